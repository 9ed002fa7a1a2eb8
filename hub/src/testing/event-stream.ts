export interface Subscription {
  /** The next notice; null when the stream has ended. Rejected after a while without one. */
  next(): Promise<{ collection: string; seq: string } | null>;
  /** Whatever comes, heartbeats included, as it comes. */
  raw(): string;
  close(): void;
}

/** Listens to the bell as a device does: server-sent events over `fetch`. */
export async function listenToBell(url: string, token: string, patienceMs = 10_000): Promise<Subscription> {
  const abort = new AbortController();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ query: 'subscription { changed { collection seq } }' }),
    signal: abort.signal,
  });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  let position = 0;
  let isOver = false;

  async function more(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('The bell did not ring.')), patienceMs);
    });
    const { value, done } = await Promise.race([reader.read(), patience]).finally(() => clearTimeout(timer));
    text += decoder.decode(value, { stream: true });
    isOver = done;
  }

  return {
    raw: () => text,
    close: () => abort.abort(),
    async next() {
      for (;;) {
        const match = /data: (\{.*\})\n\n/.exec(text.slice(position));
        if (match) {
          position += match.index + match[0].length;
          const { data, errors } = JSON.parse(match[1] ?? '') as {
            data?: { changed: never };
            errors?: unknown;
          };
          if (!data) throw new Error(JSON.stringify(errors));
          return data.changed;
        }
        if (isOver || text.includes('event: complete', position)) return null;
        await more();
      }
    },
  };
}
