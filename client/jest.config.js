import presets from 'jest-preset-angular/presets/index.js';

/** Specs of the app: zoneless Angular in jsdom, native ESM. The Electron shell has its own configuration. */
const preset = presets.createEsmPreset({ diagnostics: false });

export default {
  ...preset,
  testEnvironment: '<rootDir>/jest-environment.js',
  roots: ['<rootDir>/src'],
  // Real IndexedDB work, possibly on a busy machine.
  testTimeout: 30_000,
  maxWorkers: 2,
  testMatch: ['**/*.spec.ts'],
  setupFiles: ['fake-indexeddb/auto'],
  setupFilesAfterEnv: ['<rootDir>/jest-setup.js'],
  moduleNameMapper: {
    ...preset.moduleNameMapper,
    // RxDB's GraphQL plugin names it for a road we don't use; its browser build lacks the export that ESM asks for.
    '^ws$': '<rootDir>/jest-web-socket.js',
  },
};
