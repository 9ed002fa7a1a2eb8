import type { RxStorageInstance } from 'rxdb';

/** First words of what the free Dexie storage says at the first write of a page. */
const ADVERT = '-------------- RxDB Open Core RxStorage';

let isPast = false;
let writesHeld = 0;
let warn = console.warn;

function withoutAdvert(...words: unknown[]): void {
  if (typeof words[0] === 'string' && words[0].startsWith(ADVERT)) isPast = true;
  else warn.apply(console, words);
}

function holdBack(): void {
  if (writesHeld === 0) {
    warn = console.warn;
    console.warn = withoutAdvert;
  }
  writesHeld += 1;
}

function release(): void {
  writesHeld -= 1;
  if (writesHeld === 0 && console.warn === withoutAdvert) console.warn = warn;
}

/**
 * Keeps the advert of the free Dexie storage out of the user's console: only during the first write of an instance,
 * only that text, and no longer once it was said. Every other warning goes through.
 */
export function withoutStorageAdvert<Document, Internals, Options>(
  instance: RxStorageInstance<Document, Internals, Options>,
): RxStorageInstance<Document, Internals, Options> {
  const write = instance.bulkWrite.bind(instance);
  instance.bulkWrite = async (rows, context) => {
    instance.bulkWrite = write;
    if (isPast) return write(rows, context);
    holdBack();
    try {
      return await write(rows, context);
    } finally {
      release();
    }
  };
  return instance;
}
