import { LocalBase } from '../../../../local-db/local-base.ts';
import { HubClient } from '../hub/hub-client.ts';
import { FakeNetwork, portalPage } from '../testing/fake-network.ts';
import { SyncRun } from './sync-run.ts';
import type { SyncStatus } from './sync-status.ts';

const session = {
  hubOrigin: 'http://hub.test',
  accessToken: () => 'a1',
  renew: () => Promise.resolve(null),
  refused: () => undefined,
};

interface Tab {
  run: SyncRun;
  shown: SyncStatus[];
}

let network: FakeNetwork;
let base: LocalBase;

function openTab(): Tab {
  const shown: SyncStatus[] = [];
  const parts = { base, client: new HubClient(session), clock: () => new Date() };
  return { run: new SyncRun({ ...parts, show: (status) => void shown.push(status) }), shown };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

beforeEach(async () => {
  network = new FakeNetwork();
  network.answer = portalPage;
  base = await LocalBase.open('tournee-run');
});
afterEach(async () => {
  await base.close();
  network.restore();
});

describe('SyncRun', () => {
  it('synchronises in one tab at a time, shows the same in all, and passes on', async () => {
    const first = openTab();
    await until(() => first.run.engine !== null);
    const second = openTab();
    await until(() => second.shown.some(({ problem }) => problem !== null));
    expect(second.run.engine).toBeNull();
    expect(second.shown.at(-1)).toEqual(first.shown.at(-1));

    await first.run.stop();
    expect(first.run.engine).toBeNull();
    await until(() => second.run.engine !== null);
    await second.run.stop();
  });

  it('may stop while it waits for its turn', async () => {
    const first = openTab();
    await until(() => first.run.engine !== null);
    const second = openTab();
    await second.run.stop();
    await first.run.stop();
    expect(second.run.engine).toBeNull();
  });
});
