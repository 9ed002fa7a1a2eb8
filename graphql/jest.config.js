/** Rules about days, to be run in several zones. */
const DATES = ['**/calendar.spec.ts', '**/visit.spec.ts', '**/operation.spec.ts'];

const inZone = (zone, testMatch) => ({
  displayName: zone,
  testEnvironment: '<rootDir>/zone.config.js',
  testEnvironmentOptions: { zone },
  extensionsToTreatAsEsm: ['.ts'],
  roots: ['<rootDir>/src'],
  testMatch,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/'],
});

export default {
  projects: [
    inZone('Europe/Paris', ['**/*.spec.ts']),
    inZone('UTC', DATES),
    inZone('America/Los_Angeles', DATES),
  ],
};
