import boundaries from 'eslint-plugin-boundaries';
import { elements, fileCategories, policies } from './layers.js';

const message =
  '{{from.element.type}} may not import "{{dependency.source}}": see "who may import whom" in ARCHITECTURE.md.';

const OPTIONS = {
  default: 'disallow',
  // This is what makes the policies about packages work at all: without it the plugin looks at local files and says
  // nothing of the others.
  checkAllOrigins: true,
  checkUnknownLocals: true,
  message,
  policies,
};

/**
 * Who may import whom.
 * @param {string} root Absolute path of the project.
 * @param {object} [fault] Options that are wrong on purpose, to see that the specs notice.
 * @returns {import('eslint').Linter.Config}
 */
export const fences = (root, fault) => ({
  name: 'tournee/fences',
  files: ['**/*.ts'],
  plugins: { boundaries },
  settings: {
    'import/resolver': { typescript: { project: `${root}/tsconfig.base.json` } },
    'boundaries/root-path': root,
    'boundaries/elements': elements,
    'boundaries/files': fileCategories,
    'boundaries/legacy-templates': false,
    // `import('x').Y` in a type is an import too.
    'boundaries/additional-dependency-nodes': [
      { selector: 'TSImportType Literal', kind: 'type', name: 'import-type' },
    ],
  },
  rules: {
    'boundaries/dependencies': ['error', { ...OPTIONS, ...fault }],
    // A folder that no fence knows is not free land: give it a name in layers.js first.
    'boundaries/no-unknown-files': 'error',
  },
});
