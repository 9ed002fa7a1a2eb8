/** What the person who starts Tournée reads on their console. */
export const startupMessages = {
  diskFull:
    'The disk of the base is full, or cannot be written: what was begun is undone, and what was there is as it was. Make room, then start again.',
  noUsers: [
    'Nobody can sign in yet. Add a first administrator:',
    '  npm run user -- add <user> --c-user <code> --mail <mail> --name <name> --role admin',
    '',
  ].join('\n'),
} as const;
