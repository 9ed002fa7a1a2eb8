import graphql from '@graphql-eslint/eslint-plugin';

/** Its types and ESLint's do not agree on what a rule's documentation is. */
const plugin = /** @type {import('eslint').ESLint.Plugin} */ (/** @type {unknown} */ (graphql));

/**
 * The contract: what a field means is written where the field is.
 *
 * The plugin declares graphql 16 only; it runs with 17 (package.json overrides its wish, habits.spec.ts tries it).
 * @param {string} root Absolute path of the project.
 * @returns {Parameters<typeof import('eslint/config').defineConfig>[0]}
 */
export const graphqlRules = (root) => ({
  name: 'tournee/contract',
  files: ['graphql/schema/*.graphql'],
  languageOptions: {
    parser: graphql.parser,
    parserOptions: { graphQLConfig: { schema: `${root}/graphql/schema/*.graphql` } },
  },
  plugins: { '@graphql-eslint': plugin },
  rules: {
    '@graphql-eslint/require-description': [
      'error',
      {
        types: true,
        rootField: true,
        FieldDefinition: true,
        EnumValueDefinition: true,
        DirectiveDefinition: true,
      },
    ],
    '@graphql-eslint/no-hashtag-description': 'error',
    '@graphql-eslint/naming-convention': [
      'error',
      {
        types: 'PascalCase',
        FieldDefinition: 'camelCase',
        InputValueDefinition: 'camelCase',
        Argument: 'camelCase',
      },
    ],
    '@graphql-eslint/no-unreachable-types': 'error',
    '@graphql-eslint/known-type-names': 'error',
    '@graphql-eslint/unique-type-names': 'error',
    '@graphql-eslint/unique-field-definition-names': 'error',
    '@graphql-eslint/unique-enum-value-names': 'error',
    '@graphql-eslint/require-deprecation-reason': 'error',
  },
});
