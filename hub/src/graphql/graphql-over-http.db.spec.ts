import { serverAudits } from 'graphql-http';
import { startTestHub, type TestHub } from '../testing/test-hub.ts';

let test: TestHub;

beforeAll(async () => {
  // The audit asks about types, which a hub in production does not answer.
  test = await startTestHub({ isProduction: false });
});
afterAll(() => test.remove());

/** The specification's own audit suite, against the hub as it listens. */
describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => `${test.hub.url}/graphql`, fetchFn: fetch });

  it.each(audits.map(({ name, fn }) => [name, fn] as const))('%s', async (_name, run) => {
    const result = await run();
    expect(result.status === 'ok' ? 'ok' : result.reason).toBe('ok');
  });
});
