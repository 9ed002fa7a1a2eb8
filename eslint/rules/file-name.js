import path from 'node:path';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const VAGUE = /(^|[-./])(utils?|helpers?|common|misc|managers?)([-./]|$)/;

/**
 * Names of files: kebab-case, no name that says nothing, no barrel but the package entries, no `.component` suffix.
 * @type {import('eslint').Rule.RuleModule}
 */
export const fileName = {
  meta: {
    type: 'suggestion',
    schema: [
      {
        type: 'object',
        properties: { entries: { type: 'array', items: { type: 'string' } } },
        additionalProperties: false,
      },
    ],
    messages: {
      kebab: '"{{name}}" is not in kebab-case.',
      vague: '"{{name}}" says nothing: name the file after what it does.',
      barrel: 'Only a package entry may be called index.ts: import from the file that has the thing.',
      component: 'Angular files carry no ".component" suffix.',
    },
  },
  create(context) {
    const relative = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    const entries = new Set(context.options[0]?.entries ?? []);
    return {
      Program(node) {
        const messageId = faultOf(relative, entries);
        if (messageId) context.report({ node, messageId, data: { name: path.basename(relative) } });
      },
    };
  },
};

/**
 * @param {string} relative Path from the root of the project, with slashes.
 * @param {Set<string>} entries Package entries.
 */
function faultOf(relative, entries) {
  const base = path.posix.basename(relative);
  if (!KEBAB.test(base)) return 'kebab';
  if (VAGUE.test(base)) return 'vague';
  if (/^index\.[cm]?[jt]s$/.test(base) && !entries.has(relative)) return 'barrel';
  if (/\.component\.(ts|html|scss|css)$/.test(base)) return 'component';
  return null;
}
