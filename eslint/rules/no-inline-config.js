const INLINE = /^\s*(eslint(-disable|-enable|-env)?\b|@ts-(ignore|nocheck)\b|prettier-ignore\b)/;

/**
 * No comment switches a rule off. An exception stands in eslint.config.js, with its reason, where a reviewer sees it.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noInlineConfig = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      inline: 'No comment switches a rule off: an exception stands in eslint.config.js, with its reason.',
    },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (INLINE.test(comment.value) && comment.loc)
            context.report({ loc: comment.loc, messageId: 'inline' });
        }
      },
    };
  },
};
