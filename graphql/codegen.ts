import type { CodegenConfig } from '@graphql-codegen/cli';

const options = {
  scalars: { DateTime: 'string', JSON: 'unknown', ID: 'string' },
  enumsAsTypes: true,
  useTypeImports: true,
  skipTypename: true,
  sort: false,
};

const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  generates: {
    'src/generated/schema.ts': {
      plugins: ['typescript'],
      config: { ...options, avoidOptionals: { field: true, object: true, inputValue: false } },
    },
    'src/generated/resolvers.ts': {
      plugins: [{ add: { content: "import type * as schema from './schema.ts';" } }, 'typescript-resolvers'],
      config: { ...options, namespacedImportName: 'schema', useIndexSignature: false },
    },
  },
};

export default config;
