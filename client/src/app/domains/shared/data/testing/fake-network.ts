/** What a fake network answers to a request. */
export type Answer = (request: {
  body: string;
  token: string | null;
  accept: string;
}) => Response | Promise<Response>;

/** Replaces the page's `fetch`; remembers what was asked. */
export class FakeNetwork {
  readonly asked: { body: string; token: string | null }[] = [];
  answer: Answer = () => Response.json({ data: {} });
  readonly #real = globalThis.fetch;

  constructor() {
    globalThis.fetch = async (_url, init) => {
      const headers = new Headers(init?.headers);
      const token = headers.get('authorization')?.replace('Bearer ', '') ?? null;
      const body = typeof init?.body === 'string' ? init.body : '';
      this.asked.push({ body, token });
      const answer = Promise.resolve(this.answer({ body, token, accept: headers.get('accept') ?? '' }));
      return init?.signal ? Promise.race([answer, aborted(init.signal)]) : answer;
    };
  }

  restore(): void {
    globalThis.fetch = this.#real;
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
}

export const portalPage = (): Response =>
  new Response('<html>Bienvenue au Wi-Fi de l’hôtel</html>', { headers: { 'content-type': 'text/html' } });

export const badGateway = (): Response =>
  new Response('<html>502</html>', { status: 502, headers: { 'content-type': 'text/html' } });

export const graphqlError = (code: string, message = 'Non.'): Response =>
  Response.json({ data: null, errors: [{ message, extensions: { code } }] });

/** How the hub refuses a subscription: as the only event of its stream. */
export const streamError = (code: string): Response =>
  new Response(
    `event: next\ndata: {"errors":[{"message":"Non.","extensions":{"code":"${code}"}}]}\n\nevent: complete\ndata:\n\n`,
    {
      headers: { 'content-type': 'text/event-stream' },
    },
  );

export const noNetwork = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));
