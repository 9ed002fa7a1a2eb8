export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  roots: ['<rootDir>/src'],
  testMatch: ['**/*.spec.ts'],
  // Real hubs, databases and processes: on a busy machine they take their time.
  testTimeout: 30_000,
  maxWorkers: 2,
  // Agenda leaves a timer of half a lock's life (a minute) behind each run of a job; nobody waits for it.
  forceExit: true,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/'],
};
