import { fileName } from './rules/file-name.js';
import { noInlineConfig } from './rules/no-inline-config.js';
import { noReExport } from './rules/no-re-export.js';

/** The `exports` of the workspaces: the only files that may gather what others declare. */
export const packageEntries = [
  'graphql/src/index.ts',
  'db/src/index.ts',
  'db/src/testing/index.ts',
  'db/demo/index.ts',
  'hub/src/index.ts',
];

const plugin = {
  rules: { 'file-name': fileName, 'no-re-export': noReExport, 'no-inline-config': noInlineConfig },
};

/**
 * Habits that no published plugin checks as we want them.
 * @type {import('eslint').Linter.Config}
 */
export const houseRules = {
  name: 'tournee/house',
  files: ['**/*.{ts,js,mjs}'],
  plugins: { tournee: plugin },
  rules: {
    'tournee/file-name': ['error', { entries: packageEntries }],
    'tournee/no-re-export': ['error', { entries: packageEntries }],
    'tournee/no-inline-config': 'error',
  },
};
