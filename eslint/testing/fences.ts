import { clientFences } from './client-fences.ts';
import type { Fence } from './fence.ts';
import { DOMAINS } from './fence.ts';
import { hubFences } from './hub-fences.ts';

const graphqlAndDb: Fence[] = [
  {
    fact: 'graphql takes nothing of ours',
    from: 'graphql/src/rules/visit.ts',
    refused: [
      "import '@tournee/db';",
      "import '@tournee/hub';",
      "import '../../../db/src/engines/database.ts';",
    ],
    passed: ["import './phone.ts';", "import 'zod';"],
  },
  {
    fact: 'graphql runs in a browser too',
    from: 'graphql/src/rules/visit.ts',
    refused: ["import 'node:fs';", "import 'crypto';"],
    passed: ["import 'libphonenumber-js';"],
  },
  {
    fact: 'db takes the entry of graphql, and nothing else of ours',
    from: 'db/src/repositories/visit.repository.ts',
    refused: [
      "import '@tournee/hub';",
      "import '../../demo/index.ts';",
      "import '../../../graphql/src/rules/phone.ts';",
    ],
    passed: ["import '@tournee/graphql';", "import '../engines/database.ts';", "import 'drizzle-orm';"],
  },
  {
    fact: 'the demo data belongs to db',
    from: 'db/demo/demo-users.ts',
    refused: ["import '@tournee/hub';", "import '../../hub/src/main.ts';"],
    passed: ["import '../src/engines/database.ts';", "import '@tournee/graphql';"],
  },
];

const tests: Fence[] = [
  {
    fact: 'e2e takes what is public',
    from: 'e2e/specs/visit.e2e.ts',
    refused: [
      "import '../../hub/src/main.ts';",
      "import '../../db/src/repositories/client.repository.ts';",
      "import '../../client/src/app/local-db/local-base.ts';",
    ],
    passed: [
      "import '@tournee/hub';",
      "import '@tournee/db';",
      "import '@tournee/db/testing';",
      "import '../browser/page.ts';",
    ],
  },
  {
    fact: 'a bench takes what is public, and the bare thing to measure us against',
    from: 'e2e/bench/hub-pull.ts',
    refused: ["import '../../hub/src/main.ts';", "import 'drizzle-orm';", "import 'electron';"],
    passed: [
      "import 'node:sqlite';",
      "import 'rxdb';",
      "import '@tournee/db';",
      "import '../browser/page.ts';",
    ],
  },
  {
    fact: 'what helps the hub’s specs starts the whole hub, by the entry of db',
    from: 'hub/src/testing/test-hub.ts',
    refused: ["import '../../../db/src/engines/database.ts';", "import 'drizzle-orm';"],
    passed: ["import '../main.ts';", "import '@tournee/db';", "import '@tournee/db/testing';"],
  },
  {
    fact: 'a spec stands behind the fences of its folder',
    from: `${DOMAINS}/client/ui/client-facts.spec.ts`,
    refused: [
      "import '../../../local-db/local-base.ts';",
      "import 'rxdb';",
      "import '@tournee/db/testing';",
      "import { A } from '../data/client-store.ts';",
    ],
    passed: [
      "import '../../../local-db/testing/documents.ts';",
      "import 'fast-check';",
      "import '@jest/globals';",
      "import './phone-link.ts';",
      "import 'node:fs';",
    ],
  },
  {
    fact: 'a spec of the hub may start the whole hub on a database of its own',
    from: 'hub/src/modules/visit/visit.db.spec.ts',
    refused: ["import 'drizzle-orm';", "import '../../../../db/src/engines/database.ts';"],
    passed: [
      "import '../../main.ts';",
      "import '@tournee/db/testing';",
      "import '../../testing/start-hub.ts';",
    ],
  },
  {
    fact: 'nothing but a spec takes testing code',
    from: 'hub/src/modules/visit/visit.mapper.ts',
    refused: [
      "import 'fast-check';",
      "import '@tournee/db/testing';",
      "import '../../testing/start-hub.ts';",
    ],
    passed: ["import 'zod';"],
  },
  {
    fact: 'a folder that no fence knows may import nothing',
    from: 'hub/src/misc/x.ts',
    refused: ["import 'zod';", "import '../main.ts';"],
    passed: [],
  },
  {
    fact: 'a package of ours that cannot be resolved does not pass for somebody else’s',
    from: 'hub/src/server.ts',
    refused: ["import '@tournee/nowhere';", "import '@tournee/db/nowhere';"],
    passed: ["import 'not-installed';"],
  },
];

/** [package, owner, somebody who wants it] */
const OWNED = [
  ['rxdb', 'client/src/app/local-db/x.ts', `${DOMAINS}/client/data/x.ts`],
  ['rxdb/plugins/storage-dexie', 'client/src/app/local-db/x.ts', 'client/src/main.ts'],
  ['dexie', 'client/src/app/local-db/x.ts', `${DOMAINS}/client/data/x.ts`],
  ['electron', 'client/electron/x.ts', `${DOMAINS}/shared/data/x.ts`],
  ['drizzle-orm', 'db/src/x.ts', 'hub/src/modules/visit/x.ts'],
  ['drizzle-orm/mssql-core', 'db/src/x.ts', 'hub/src/cli/x.ts'],
  ['mssql', 'db/src/x.ts', 'hub/src/x.ts'],
  ['tedious', 'db/src/x.ts', 'hub/src/x.ts'],
  ['node:sqlite', 'db/src/x.ts', 'hub/src/sync/x.ts'],
  ['agenda', 'hub/src/jobs/x.ts', 'hub/src/modules/visit/x.ts'],
  ['@agendajs/mongo-backend', 'hub/src/jobs/x.ts', 'hub/src/x.ts'],
  ['nodemailer', 'hub/src/mail/x.ts', 'hub/src/jobs/x.ts'],
  ['@angular/core', 'client/src/app/shell/x.ts', 'client/electron/x.ts'],
] as const;

const owned: Fence[] = OWNED.flatMap(([name, owner, other]) => [
  { fact: `${name} belongs to ${owner}`, from: owner, refused: [], passed: [`import '${name}';`] },
  {
    fact: `${name} does not belong to ${other}`,
    from: other,
    refused: [`import '${name}';`, `import type { A } from '${name}';`, `const a = import('${name}');`],
    passed: [],
  },
]);

export const FENCES: readonly Fence[] = [...graphqlAndDb, ...hubFences, ...clientFences, ...tests, ...owned];
