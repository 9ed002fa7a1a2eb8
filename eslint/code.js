import tseslint from 'typescript-eslint';

/** Files that write to a terminal because that is what they are for. */
const TERMINAL = [
  'hub/src/cli/**',
  'hub/src/main.ts',
  'client/electron/{desktop,build}.ts',
  'e2e/{bench,chaos}/**',
  'scripts/**',
  '{graphql,db,hub,client,e2e}/*.ts',
  // It keeps RxDB's advert out of the console of the user.
  'client/src/app/local-db/storage/storage-advert.ts',
];

/** The only places that read the environment of the process. Settings of tools are no part of the program. */
const ENVIRONMENT = ['**/environment.ts', 'scripts/**', '**/*.config.{js,mjs,ts}'];

/** @type {import('eslint').Linter.RulesRecord} */
const SIZES = {
  'max-lines': ['error', { max: 400 }],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true, IIFEs: true }],
  'max-depth': ['error', 4],
  'max-params': ['error', { max: 6 }],
  complexity: ['error', { max: 15 }],
};

/** @type {import('eslint').Linter.RulesRecord} */
const HABITS = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-console': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
  'no-restricted-properties': [
    'error',
    { object: 'process', property: 'env', message: 'Only environment.ts reads the environment.' },
  ],
  'no-restricted-imports': [
    'error',
    {
      paths: ['node:process', 'process'].map((name) => ({
        name,
        importNames: ['env', 'default'],
        message: 'Only environment.ts reads the environment; the rest of `process` is a global.',
      })),
    },
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: 'TSEnumDeclaration',
      message: 'A const object and a type of the same name, instead of an enum.',
    },
    { selector: 'ImportExpression > TemplateLiteral', message: 'A fence can read a plain string only.' },
  ],
};

/** @type {import('eslint').Linter.RulesRecord} */
const TYPES = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
  '@typescript-eslint/consistent-type-exports': 'error',
  '@typescript-eslint/no-import-type-side-effects': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
  ],
  // An empty string is a reason to take the other one.
  '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
  // It asks for the `!` that another rule forbids.
  '@typescript-eslint/non-nullable-type-assertion-style': 'off',
  // There are no enums here, and it sees one in every computed key.
  '@typescript-eslint/no-unsafe-enum-assignment': 'off',
  // It follows graphql's types round and round until the stack is full (typescript-eslint 8.73).
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  // An interface may promise a promise where one implementation has nothing to wait for.
  '@typescript-eslint/require-await': 'off',
  // `type` and `interface` say different things: a shape of its own, or a name for an expression.
  '@typescript-eslint/consistent-type-definitions': 'off',
};

/**
 * @param {string} root Absolute path of the project.
 * @returns {Parameters<typeof import('eslint/config').defineConfig>}
 */
export const codeRules = (root) => [
  {
    name: 'tournee/types',
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: TYPES,
  },
  {
    name: 'tournee/client-projects',
    // The nearest tsconfig.json is the one that the app is built with, and it knows main.ts only.
    files: ['client/**/*.ts'],
    languageOptions: {
      parserOptions: {
        projectService: false,
        project: ['client/tsconfig.spec.json', 'client/tsconfig.electron.json'],
      },
    },
  },
  { name: 'tournee/habits', files: ['**/*.{ts,js,mjs}'], rules: { ...SIZES, ...HABITS } },
  { name: 'tournee/terminal', files: TERMINAL, rules: { 'no-console': 'off' } },
  {
    name: 'tournee/environment',
    files: ENVIRONMENT,
    rules: { 'no-restricted-properties': 'off', 'no-restricted-imports': 'off' },
  },
  {
    name: 'tournee/specs',
    files: ['**/*.{spec,e2e}.ts'],
    rules: {
      // A `describe` is as long as the facts in it.
      'max-lines-per-function': 'off',
      // `expect.any` and its like are of type any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // `expect(object.method)` never calls it.
      '@typescript-eslint/unbound-method': 'off',
      // A spec that indexes wrongly fails, which is what it is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
];
