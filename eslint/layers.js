/**
 * The folders that the fences know by name, and who may import whom: the table of ARCHITECTURE.md, as data.
 *
 * In a list of policies the last one that matches decides. So the order is: what is allowed, then what testing code
 * may do, then what nobody but the owner may do.
 *
 * @typedef {{ captured?: Record<string, string>, fileInternalPath?: string }} Within
 * @typedef {{
 *   element?: Within & { type: string | string[] },
 *   file?: { categories: string | { anyOf: string[] }, path?: string },
 *   module?: { origin?: string | string[], source?: string | string[] },
 * }} Target
 * @typedef {import('eslint-plugin-boundaries').DependenciesPolicy} Policy
 */

/**
 * A folder, matched from the root of the project. The captured names stand for its stars, in order.
 * @param {string} type
 * @param {string} pattern
 * @param {string[]} capture
 */
const folder = (type, pattern, ...capture) => ({ type, pattern, partialMatch: false, capture });

/** In order: of the descriptions that fit a file the first one counts, so `stray` is what has no name above it. */
export const elements = [
  folder('graphql', 'graphql/src'),
  folder('db', 'db/src'),
  folder('db-demo', 'db/demo'),
  folder('hub-module', 'hub/src/modules/*', 'domain'),
  folder('hub-sync', 'hub/src/sync'),
  folder('hub-graphql', 'hub/src/graphql'),
  folder('hub-http', 'hub/src/http'),
  folder('hub-jobs', 'hub/src/jobs'),
  folder('hub-mail', 'hub/src/mail'),
  folder('hub-cluster', 'hub/src/cluster'),
  folder('hub-cli', 'hub/src/cli'),
  folder('hub-testing', 'hub/src/testing'),
  folder('stray', 'hub/src/*'),
  folder('hub', 'hub/src'),
  folder('local-db', 'client/src/app/local-db'),
  folder('feature', 'client/src/app/domains/*/feature-*', 'domain', 'feature'),
  folder('ui', 'client/src/app/domains/*/ui', 'domain'),
  folder('data', 'client/src/app/domains/*/data', 'domain'),
  folder('util', 'client/src/app/domains/*/util', 'domain'),
  folder('shell', 'client/src/app/shell'),
  folder('stray', 'client/src/app/domains/*/*'),
  folder('stray', 'client/src/app/*'),
  folder('app', 'client/src'),
  folder('ipc', 'client/ipc'),
  folder('electron', 'client/electron'),
  folder('bench', 'e2e/bench'),
  folder('e2e', 'e2e'),
  folder('fences', 'eslint'),
];

/** Files whose role, not whose folder, decides: specs, what helps specs, and the settings of tools. */
export const fileCategories = [
  { category: 'spec', pattern: '**/*.{spec,e2e}.ts' },
  { category: 'testing', pattern: '**/testing/**' },
  { category: 'tooling', pattern: '{graphql,db,hub,client,e2e}/*.ts' },
  { category: 'manifest', pattern: '**/package.json' },
];

/**
 * @param {string} type
 * @param {Within} [more]
 * @returns {Target}
 */
const to = (type, more = {}) => ({ element: { type, ...more } });

/**
 * Packages of others, by name.
 * @param {string | string[]} source
 * @returns {Target}
 */
const outside = (source) => ({ module: { source } });

/**
 * Another workspace is entered by its package entry, never by a path into its folders.
 * @param {string} type
 * @param {string} [file]
 */
const entryOf = (type, file = 'index.ts') => to(type, { fileInternalPath: file });
const GRAPHQL = entryOf('graphql');
const DB = entryOf('db');
const DB_TESTING = entryOf('db', 'testing/*.ts');
const DEMO = entryOf('db-demo');
const HUB = entryOf('hub');

/** What every part of the hub stands on: refusals, the clock, the log, who is asking, and what a handler is. */
const HUB_GROUND = entryOf(
  'hub',
  '{client-access,client-operation,client-operation.messages,clock,context,describe-error,errors,errors.messages,logger,operation-handler,paging}.ts',
);

/** @param {string} type */
const inOwnDomain = (type) => to(type, { captured: { domain: '{{from.element.captured.domain}}' } });

/** @param {string} type */
const inShared = (type) => to(type, { captured: { domain: 'shared' } });

/** @param {string[]} types */
const inOwnOrShared = (...types) => types.flatMap((type) => [inOwnDomain(type), inShared(type)]);

/**
 * @param {string} type
 * @param {Target[]} targets
 * @returns {Policy}
 */
const allow = (type, ...targets) => ({ from: { element: { type } }, allow: { to: targets } });

/**
 * @param {string} type
 * @param {Target[]} targets
 * @returns {Policy}
 */
const allowTypes = (type, ...targets) => ({
  from: { element: { type } },
  allow: { to: targets, dependency: { kind: 'type' } },
});

const HUB_PARTS = ['module', 'sync', 'graphql', 'http', 'jobs', 'mail', 'cluster'].map((part) =>
  to(`hub-${part}`),
);

/** @type {Policy[]} */
const layers = [
  // A package of ours that cannot be resolved must not pass for somebody else's: hence the exception.
  { allow: { to: { module: { origin: ['external', 'core'], source: '!@tournee/*' } } } },
  // A version number.
  { allow: { to: { file: { categories: 'manifest' } } } },
  // What generates code, and what checks that it was.
  { from: { file: { categories: 'tooling' } }, allow: { to: { file: { categories: 'tooling' } } } },

  allow('db', GRAPHQL),
  allow('db-demo', to('db'), GRAPHQL),

  allow('hub-module', inOwnDomain('hub-module'), HUB_GROUND, DB, GRAPHQL),
  allow('hub-sync', HUB_GROUND, DB, GRAPHQL),
  allow('hub-http', HUB_GROUND, GRAPHQL),
  allowTypes('hub-http', DB),
  allow('hub-graphql', to('hub-http'), HUB_GROUND, GRAPHQL),
  allow('hub-jobs', entryOf('hub-module', '**/*.service.ts'), to('hub-mail'), HUB_GROUND, DB, GRAPHQL),
  allow('hub-mail', HUB_GROUND, DB, GRAPHQL),
  allow('hub-cluster', to('hub-http'), entryOf('hub', '{start-listening,startup-problem}.ts'), HUB_GROUND),
  allow('hub-cli', ...HUB_PARTS, to('hub'), DB, DEMO, GRAPHQL),
  allow('hub', ...HUB_PARTS, DB, DEMO, GRAPHQL),
  allow('hub-testing', ...HUB_PARTS, to('hub'), DB, DEMO, GRAPHQL),

  allow('local-db', GRAPHQL),
  allow('util', ...inOwnOrShared('util'), GRAPHQL),
  allow('data', ...inOwnOrShared('data', 'util'), to('local-db'), to('ipc'), GRAPHQL),
  allow('ui', ...inOwnOrShared('ui', 'util'), GRAPHQL),
  allowTypes('ui', ...inOwnOrShared('data')),
  allow('feature', inOwnDomain('feature'), ...inOwnOrShared('ui', 'data', 'util'), GRAPHQL),
  allow('shell', inShared('ui'), inShared('data'), inShared('util'), GRAPHQL),
  allow('app', to('shell'), to('feature'), to('data'), GRAPHQL),
  allow('electron', to('ipc')),

  allow('e2e', HUB, DB, DEMO, GRAPHQL, to('ipc')),
  allow('bench', to('e2e'), HUB, DB, DEMO, GRAPHQL),
];

const TEST_PACKAGES = outside(['@jest/*', 'fast-check']);
/** @type {Target} */
const SPEC = { file: { categories: { anyOf: ['spec', 'testing'] } } };

/**
 * Specs of a workspace may use what was written for its tests.
 * @param {string} workspace
 * @returns {Policy}
 */
const testingIn = (workspace) => ({
  from: { file: { categories: { anyOf: ['spec', 'testing'] }, path: `${workspace}/**` } },
  allow: { to: [{ file: { categories: 'testing', path: `${workspace}/**` } }] },
});

/**
 * Specs stand behind the same fences as the code beside them, and may besides use testing code.
 * @type {Policy[]}
 */
const testing = [
  { disallow: { to: [SPEC, TEST_PACKAGES] }, message: 'Nothing but a spec may import testing code.' },
  { from: SPEC, allow: { to: TEST_PACKAGES } },
  ...['graphql', 'db', 'hub', 'client'].map(testingIn),
  // A spec of the hub may start the whole hub: it is the real thing, on a database of its own.
  {
    from: { element: { type: ['hub', 'hub-*'] }, ...SPEC },
    allow: { to: [to('hub'), ...HUB_PARTS, DB_TESTING, DEMO] },
  },
  allow('e2e', DB_TESTING, TEST_PACKAGES),
  allow('bench', DB_TESTING),
];

/**
 * Packages that belong to one folder: to replace one is to change one folder.
 * @param {string} type
 * @param {string | string[]} sources
 * @param {string} message
 * @returns {Policy}
 */
const owner = (type, sources, message) => ({
  from: { element: { type: `!${type}` } },
  disallow: { to: outside(sources) },
  message,
});

const IN_A_BROWSER = ['graphql', 'ipc', 'local-db', 'app', 'shell', 'feature', 'ui', 'data', 'util'];

/** @type {Policy[]} */
const owned = [
  {
    from: { element: { type: 'stray' } },
    disallow: { to: [{ module: { origin: '*' } }] },
    message: 'No fence knows this folder: give it a name and its neighbours in eslint/layers.js.',
  },
  {
    from: { element: { type: IN_A_BROWSER } },
    disallow: { to: [{ module: { origin: 'core' } }, outside('node:*')] },
    message: 'This code runs in a browser too: no modules of Node.',
  },
  {
    from: { element: { type: IN_A_BROWSER }, ...SPEC },
    allow: { to: [{ module: { origin: 'core' } }, outside('node:*')] },
  },
  {
    from: { element: { type: ['app', 'shell', 'feature', 'ui'] } },
    disallow: { to: outside('rxjs') },
    message: 'RxJS stops in data/ and becomes signals there.',
  },
  owner('(app|shell|feature|ui|data|util|local-db)', '@angular/*', 'Only client/src knows Angular.'),
  // A bench measures us against the bare thing.
  owner('(local-db|bench)', ['rxdb', 'dexie'], 'Only client/src/app/local-db knows RxDB.'),
  owner('electron', 'electron', 'Only client/electron knows Electron.'),
  owner('db', 'drizzle-orm', 'Only db knows the database.'),
  owner('(db|bench)', ['mssql', 'tedious', 'node:sqlite'], 'Only db knows the database.'),
  owner('hub-jobs', ['agenda', '@agendajs/*'], 'Only hub/src/jobs knows Agenda.'),
  owner('hub-mail', 'nodemailer', 'Only hub/src/mail knows nodemailer.'),
];

export const policies = [...layers, ...testing, ...owned];
