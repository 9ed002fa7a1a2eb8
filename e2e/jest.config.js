export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  globalSetup: './global-setup.ts',
  testMatch: ['**/specs/*.e2e.ts', '**/*.spec.ts'],
  // Each spec has its own hub and browser: two at once is what a laptop of two cores bears.
  maxWorkers: 2,
  testTimeout: 120_000,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' } },
    ],
  },
};
