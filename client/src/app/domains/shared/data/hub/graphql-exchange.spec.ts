import { badGateway, FakeNetwork, noNetwork, portalPage } from '../testing/fake-network.ts';
import { exchange, exchangeHeaders } from './graphql-exchange.ts';

const request = {
  url: 'http://hub.test/graphql',
  body: '{}',
  accessToken: 'a1',
  signal: new AbortController().signal,
};
let network: FakeNetwork;

beforeEach(() => {
  network = new FakeNetwork();
});
afterEach(() => {
  network.restore();
});

describe('exchange', () => {
  it('answers the result of the hub, also one with errors and another status', async () => {
    const result = { data: null, errors: [{ message: 'Non.', extensions: { code: 'FORBIDDEN' } }] };
    network.answer = () => Response.json(result, { status: 403 });
    expect(await exchange(request)).toEqual(result);
    expect(network.asked).toEqual([{ body: '{}', token: 'a1' }]);
  });

  it.each([
    ['a portal’s page with status 200', portalPage, 'portal', 'NOT_THE_HUB'],
    ['a gateway without hub', badGateway, 'unreachable', 'HTTP_502'],
    [
      'the service worker without network',
      () => new Response(null, { status: 504 }),
      'unreachable',
      'HTTP_504',
    ],
    ['no network', noNetwork, 'unreachable', 'NO_ANSWER'],
    ['an answer cut in two', () => jsonText('{"data":{"me"'), 'unreachable', 'ANSWER_CUT'],
    ['JSON of somebody else', () => jsonText('{"ok":true}'), 'portal', 'NOT_GRAPHQL'],
    ['JSON that is no object', () => jsonText('null'), 'portal', 'NOT_GRAPHQL'],
    ['a page that is not there', () => new Response('Not found', { status: 404 }), 'fault', 'HTTP_404'],
  ])('rejects %s', async (_what, answer, kind, code) => {
    network.answer = answer;
    await expect(exchange(request)).rejects.toMatchObject({ name: 'HubError', kind, code });
  });
});

describe('exchangeHeaders', () => {
  it('says which contract this app speaks', () => {
    expect(exchangeHeaders('https://hub.test/graphql', null, 'a/b')).toMatchObject({
      'x-tournee-version': '2',
    });
  });

  it('keeps the service worker out of it, but not towards another origin', () => {
    expect(exchangeHeaders(`${location.origin}/graphql`, null, 'a/b')).toHaveProperty('ngsw-bypass');
    expect(exchangeHeaders('https://hub.test/graphql', null, 'a/b')).not.toHaveProperty('ngsw-bypass');
  });
});

function jsonText(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'application/json' } });
}
