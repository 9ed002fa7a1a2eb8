import type { Fence } from './fence.ts';

export const hubFences: readonly Fence[] = [
  {
    fact: 'a module of the hub knows no other module',
    from: 'hub/src/modules/visit/visit.mapper.ts',
    refused: [
      "import '../client/client.service.ts';",
      "import type { A } from '../client/client.service.ts';",
      "export { a } from '../client/client.service.ts';",
      "const a = import('../client/client.service.ts');",
      "type A = import('../client/client.service.ts').A;",
    ],
    passed: [
      "import './visit.service.ts';",
      "import '../../operation-handler.ts';",
      "import '@tournee/graphql';",
    ],
  },
  {
    fact: 'a module of the hub enters db by its entry and knows neither main nor sync',
    from: 'hub/src/modules/visit/visit.mapper.ts',
    refused: [
      "import '../../../../db/src/repositories/client.repository.ts';",
      "import '../../main.ts';",
      "import '../../sync/pull.ts';",
      "import '@tournee/db/demo';",
    ],
    passed: ["import '@tournee/db';", "import '../../clock.ts';"],
  },
  {
    fact: 'sync knows no module',
    from: 'hub/src/sync/push.ts',
    refused: ["import '../modules/visit/visit.service.ts';", "import '../main.ts';"],
    passed: ["import './pull.ts';", "import '@tournee/db';", "import '../context.ts';"],
  },
  {
    fact: 'the GraphQL server stands on http and knows no domain',
    from: 'hub/src/graphql/yoga.ts',
    refused: [
      "import '../modules/visit/visit.resolvers.ts';",
      "import '../sync/pull.ts';",
      "import '../main.ts';",
    ],
    passed: ["import '../http/static-path.ts';", "import '../errors.ts';", "import 'graphql-yoga';"],
  },
  {
    fact: 'http knows neither GraphQL nor a domain, and of the database its type',
    from: 'hub/src/http/web-app.ts',
    refused: [
      "import '../graphql/schema.ts';",
      "import '../modules/visit/visit.service.ts';",
      "import { openDatabase } from '@tournee/db';",
    ],
    passed: ["import type { Database } from '@tournee/db';", "import '../logger.ts';", "import 'node:http';"],
  },
  {
    fact: 'a job takes services and mail, not resolvers',
    from: 'hub/src/jobs/archive.job.ts',
    refused: [
      "import '../modules/visit/visit.resolvers.ts';",
      "import '../sync/pull.ts';",
      "import '../main.ts';",
    ],
    passed: [
      "import '../modules/visit/visit.service.ts';",
      "import '../mail/outbox.ts';",
      "import 'agenda';",
    ],
  },
  {
    fact: 'mail knows neither modules nor jobs',
    from: 'hub/src/mail/send.ts',
    refused: ["import '../modules/visit/visit.service.ts';", "import '../jobs/refresh.job.ts';"],
    passed: ["import './outbox.ts';", "import '@tournee/db';", "import 'nodemailer';"],
  },
  {
    fact: 'the cluster starts hubs as processes, and knows nothing of what they do',
    from: 'hub/src/cluster/hub-child.ts',
    refused: [
      "import '../sync/push.ts';",
      "import '../modules/visit/visit.service.ts';",
      "import '../start-hub.ts';",
      "import '@tournee/db';",
    ],
    passed: ["import './hub-pool.ts';", "import '../logger.ts';", "import '../start-listening.ts';"],
  },
  {
    fact: 'a command puts modules to work, and enters db by its entry',
    from: 'hub/src/cli/base-refresh.ts',
    refused: [
      "import '../../../db/src/engines/database.ts';",
      "import '@tournee/db/testing';",
      "import '@tournee/desktop';",
    ],
    passed: [
      "import '../modules/client/client.service.ts';",
      "import '../main.ts';",
      "import '@tournee/db';",
    ],
  },
  {
    fact: 'main puts the parts together, and nothing of the commands or the client',
    from: 'hub/src/server.ts',
    refused: [
      "import './cli/user.ts';",
      "import '../../client/ipc/contract.ts';",
      "import './not-there.ts';",
    ],
    passed: [
      "import './modules/visit/visit.resolvers.ts';",
      "import './sync/pull.ts';",
      "import '@tournee/db/demo';",
    ],
  },
];
