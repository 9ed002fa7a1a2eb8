export default {
  testEnvironment: 'node',
  testMatch: ['**/*.spec.mjs'],
  moduleFileExtensions: ['mjs', 'js'],
  transform: {},
};
