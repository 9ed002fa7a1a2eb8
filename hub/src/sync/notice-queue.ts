import type { ChangeNotice } from '@tournee/graphql';

export interface NoticeQueue {
  /** A later notice of the same collection takes the place of one that was not read yet: a slow reader costs nothing. */
  put(collection: string, seq: number): void;
  end(): void;
  isEnded(): boolean;
  notices: AsyncIterableIterator<ChangeNotice>;
}

/** Notices on their way to one reader. `onReturn` is called when the reader goes away. */
export function createNoticeQueue(onReturn: () => void): NoticeQueue {
  const pending = new Map<string, number>();
  let isEnded = false;
  let wake: (() => void) | null = null;

  function stir(): void {
    wake?.();
    wake = null;
  }

  function end(): void {
    isEnded = true;
    pending.clear();
    stir();
  }

  async function next(): Promise<IteratorResult<ChangeNotice, undefined>> {
    for (;;) {
      const [first] = pending;
      if (first) {
        pending.delete(first[0]);
        return { done: false, value: { collection: first[0], seq: String(first[1]) } };
      }
      if (isEnded) return { done: true, value: undefined };
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  const notices: AsyncIterableIterator<ChangeNotice, undefined> = {
    next,
    return: () => {
      end();
      onReturn();
      return Promise.resolve({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]: () => notices,
  };

  return {
    put: (collection, seq) => {
      if (isEnded) return;
      pending.set(collection, Math.max(seq, pending.get(collection) ?? 0));
      stir();
    },
    end,
    isEnded: () => isEnded,
    notices,
  };
}
