import { anEntry } from '../testing/an-entry.ts';
import { keyValueStore } from '../../../../local-db/storage/key-value-store.ts';
import { readSnapshot, writeSnapshot } from './directory-snapshot.ts';

const entries = [
  anEntry({ id: '1', nomClient: 'Abel', followUp: '2026-12-01', villeFac: 'LILLE', cAgence: null }),
  anEntry({ id: '2', nomClient: '', cAgence: 'A01' }),
];

describe('the snapshot of the directory', () => {
  it('is read as it was written', async () => {
    const position = { id: '2', lwt: Date.now() };
    await writeSnapshot(keyValueStore, 'base-1', { entries, position });
    expect(await readSnapshot(keyValueStore, 'base-1')).toEqual({ entries, position });
  });

  it('may be empty', async () => {
    await writeSnapshot(keyValueStore, 'base-2', { entries: [], position: null });
    expect(await readSnapshot(keyValueStore, 'base-2')).toEqual({ entries: [], position: null });
  });

  it('keeps to one line per client', async () => {
    const odd = [anEntry({ id: '1', nomClient: 'Abel\net fils' }), ...entries.slice(1)];
    await writeSnapshot(keyValueStore, 'base-3', { entries: odd, position: { id: '2', lwt: 1 } });
    const read = await readSnapshot(keyValueStore, 'base-3');
    expect(read?.entries.map(({ nomClient }) => nomClient)).toEqual(['Abel et fils', '']);
  });

  it('is not trusted when the clock was set back since', async () => {
    await writeSnapshot(keyValueStore, 'base-4', {
      entries,
      position: { id: '2', lwt: Date.now() + 60_000 },
    });
    expect(await readSnapshot(keyValueStore, 'base-4')).toBeNull();
  });
});
