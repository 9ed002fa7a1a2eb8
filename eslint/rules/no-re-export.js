import path from 'node:path';

/**
 * A file exports what it declares. Only the package entries pass on what others declare.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noReExport = {
  meta: {
    type: 'suggestion',
    schema: [
      {
        type: 'object',
        properties: { entries: { type: 'array', items: { type: 'string' } } },
        additionalProperties: false,
      },
    ],
    messages: { reExport: 'Only a package entry passes on what another file exports.' },
  },
  create(context) {
    const relative = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    if (context.options[0]?.entries?.includes(relative)) return {};
    /** @param {import("eslint").Rule.Node} node */
    const report = (node) => context.report({ node, messageId: 'reExport' });
    return { ExportAllDeclaration: report, 'ExportNamedDeclaration[source]': report };
  },
};
