import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import { angularRules } from './eslint/angular.js';
import { codeRules } from './eslint/code.js';
import { fences } from './eslint/fences.js';
import { graphqlRules } from './eslint/graphql.js';
import { houseRules } from './eslint/house.js';

const root = import.meta.dirname;

/** Rules are `error` or `off`: a warning is a rule that nobody keeps. */
export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/generated/',
    '**/coverage/',
    '.angular/',
    'data/',
    'out/',
    'db/migrations/',
  ]),
  // Comments switch nothing off (nor can they be left over): exceptions stand in these files, with their reason.
  {
    name: 'tournee/no-exceptions',
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
  },
  {
    name: 'tournee/base',
    files: ['**/*.{ts,js,mjs}'],
    extends: [eslint.configs.recommended],
  },
  { name: 'tournee/node', files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
  codeRules(root),
  angularRules,
  houseRules,
  fences(root),
  graphqlRules(root),
);
