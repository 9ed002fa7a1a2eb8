import { keyValueStore } from '../../../local-db/storage/key-value-store.ts';
import { readSnapshot, writeSnapshot } from './client-list-snapshot.ts';

const items = [
  { id: '1', nomClient: 'Abel', villeFac: 'LILLE', cAgence: null },
  { id: '2', nomClient: '', villeFac: null, cAgence: 'A01' },
];

describe('the snapshot of the list', () => {
  it('is read as it was written', async () => {
    const position = { id: '2', lwt: Date.now() };
    await writeSnapshot(keyValueStore, 'base-1', { items, position });
    expect(await readSnapshot(keyValueStore, 'base-1')).toEqual({ items, position });
  });

  it('may be empty', async () => {
    await writeSnapshot(keyValueStore, 'base-2', { items: [], position: null });
    expect(await readSnapshot(keyValueStore, 'base-2')).toEqual({ items: [], position: null });
  });

  it('keeps to one line per client', async () => {
    const odd = [{ id: '1', nomClient: 'Abel\net fils', villeFac: null, cAgence: null }, ...items.slice(1)];
    await writeSnapshot(keyValueStore, 'base-3', { items: odd, position: { id: '2', lwt: 1 } });
    const read = await readSnapshot(keyValueStore, 'base-3');
    expect(read?.items.map(({ nomClient }) => nomClient)).toEqual(['Abel et fils', '']);
  });

  it('is not trusted when the clock was set back since', async () => {
    await writeSnapshot(keyValueStore, 'base-4', { items, position: { id: '2', lwt: Date.now() + 60_000 } });
    expect(await readSnapshot(keyValueStore, 'base-4')).toBeNull();
  });
});
