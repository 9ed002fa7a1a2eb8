import type { Fence } from './fence.ts';
import { DOMAINS } from './fence.ts';

export const clientFences: readonly Fence[] = [
  {
    fact: 'a feature takes ui and data of its own domain or the shared one, and no local base',
    from: `${DOMAINS}/client/feature-clients/client-card.ts`,
    refused: [
      "import '../../prospect/data/prospect-store.ts';",
      "import '../../prospect/feature-prospects/prospects-page.ts';",
      "import '../../../local-db/local-base.ts';",
      "import '../../../shell/rail.ts';",
      "import 'rxjs';",
    ],
    passed: [
      "import '../data/client-store.ts';",
      "import '../ui/phone-link.ts';",
      "import '../feature-visit/visit-dialog.ts';",
      "import '../../shared/data/sync-store.ts';",
      "import '@tournee/graphql';",
      "import '@angular/core';",
    ],
  },
  {
    fact: 'ui takes types of data only, and nothing above it',
    from: `${DOMAINS}/client/ui/client-facts.ts`,
    refused: [
      "import { ClientStore } from '../data/client-store.ts';",
      "import '../feature-clients/clients-page.ts';",
      "import '../../prospect/ui/prospect-card.ts';",
      "import type { Base } from '../../../local-db/local-base.ts';",
      "import 'rxjs/operators';",
    ],
    passed: [
      "import type { ClientStore } from '../data/client-store.ts';",
      "import './phone-link.ts';",
      "import '../../shared/ui/pill.ts';",
      "import '../util/initials.ts';",
    ],
  },
  {
    fact: 'data takes the local base and the bridge, and nothing above it',
    from: `${DOMAINS}/client/data/history-store.ts`,
    refused: [
      "import '../ui/phone-link.ts';",
      "import '../feature-clients/clients-page.ts';",
      "import '../../prospect/data/prospect-store.ts';",
      "import '../../../../../electron/main.ts';",
      "import 'node:path';",
    ],
    passed: [
      "import '../../../local-db/local-base.ts';",
      "import '../../../../../ipc/contract.ts';",
      "import '../../shared/data/sync-store.ts';",
      "import 'rxjs';",
    ],
  },
  {
    fact: 'util takes nothing above it',
    from: `${DOMAINS}/client/util/sort-clients.ts`,
    refused: ["import '../data/client-store.ts';", "import '../ui/phone-link.ts';"],
    passed: ["import './initials.ts';", "import '../../shared/util/words.ts';", "import '@tournee/graphql';"],
  },
  {
    fact: 'the local base knows graphql only',
    from: 'client/src/app/local-db/schemas/client.schema.ts',
    refused: [
      "import '../../domains/client/data/client-store.ts';",
      "import '../../../../ipc/contract.ts';",
      "import '@tournee/db';",
      "import 'fs';",
    ],
    passed: ["import '@tournee/graphql';", "import '../local-base.ts';", "import 'rxdb/plugins/core';"],
  },
  {
    fact: 'the shell takes the shared domain only',
    from: 'client/src/app/shell/top-bar.ts',
    refused: [
      "import '../domains/client/data/client-store.ts';",
      "import '../local-db/local-base.ts';",
      "import 'rxjs';",
    ],
    passed: [
      "import '../domains/shared/data/sync-store.ts';",
      "import '../domains/shared/ui/pill.ts';",
      "import './rail.ts';",
    ],
  },
  {
    fact: 'the app names the pages, and no card',
    from: 'client/src/app/app.config.ts',
    refused: ["import './domains/client/ui/phone-link.ts';", "import './local-db/local-base.ts';"],
    passed: ["import('./domains/client/feature-clients/clients-page.ts');", "import './shell/rail.ts';"],
  },
  {
    fact: 'the bridge knows nobody',
    from: 'client/ipc/payloads.ts',
    refused: [
      "import '../electron/main.ts';",
      "import '../src/app/local-db/local-base.ts';",
      "import 'node:fs';",
    ],
    passed: ["import './contract.ts';", "import 'zod';"],
  },
  {
    fact: 'the Electron shell knows the bridge, not the app',
    from: 'client/electron/preload.ts',
    refused: ["import '../src/app/app.routes.ts';", "import '@angular/core';", "import '@tournee/hub';"],
    passed: [
      "import '../ipc/contract.ts';",
      "import 'electron';",
      "import 'node:fs';",
      "import '../package.json';",
    ],
  },
];
