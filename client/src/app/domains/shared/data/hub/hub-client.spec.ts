import { FakeNetwork, graphqlError } from '../testing/fake-network.ts';
import { HubClient, type SessionAccess } from './hub-client.ts';

class FakeSession implements SessionAccess {
  readonly hubOrigin = 'http://hub.test';
  readonly refusals: string[] = [];
  renewals = 0;
  token: string | null = 'old';
  next: string | null = 'new';

  accessToken(): string | null {
    return this.token;
  }

  renew(): Promise<string | null> {
    this.renewals += 1;
    this.token = this.next;
    return Promise.resolve(this.token);
  }

  refused(code: string): void {
    this.refusals.push(code);
  }
}

let network: FakeNetwork;
let session: FakeSession;
let client: HubClient;

beforeEach(() => {
  network = new FakeNetwork();
  network.answer = ({ token }) =>
    token === 'new' ? Response.json({ data: { me: { id: '7' } } }) : graphqlError('UNAUTHENTICATED');
  session = new FakeSession();
  client = new HubClient(session);
});
afterEach(() => {
  network.restore();
});

describe('HubClient', () => {
  it('renews a token that has run out, and asks again', async () => {
    expect(await client.request('{ me { id } }', {})).toEqual({ me: { id: '7' } });
    expect(network.asked.map(({ token }) => token)).toEqual(['old', 'new']);
  });

  it('asks again only once', async () => {
    session.next = 'bad';
    await expect(client.request('{ me { id } }', {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(session.renewals).toBe(1);
    expect(network.asked).toHaveLength(2);
  });

  it('tells when the session is over', async () => {
    session.next = null;
    await expect(client.request('{ me { id } }', {})).rejects.toMatchObject({ kind: 'signed-out' });
  });

  it.each(['SESSION_REVOKED', 'PASSWORD_CHANGE_REQUIRED'])('passes %s on to the session', async (code) => {
    network.answer = () => graphqlError(code);
    await expect(client.request('{ me { id } }', {})).rejects.toMatchObject({ kind: 'signed-out', code });
    expect(session.refusals).toEqual([code]);
    expect(session.renewals).toBe(0);
  });

  it('leaves other refusals to who asked', async () => {
    network.answer = () => graphqlError('FORBIDDEN', 'Vous n’avez pas accès à cette fonction.');
    await expect(client.request('{ me { id } }', {})).rejects.toMatchObject({
      kind: 'fault',
      code: 'FORBIDDEN',
      message: 'Vous n’avez pas accès à cette fonction.',
    });
  });
});
