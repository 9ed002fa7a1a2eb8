import { TestBed } from '@angular/core/testing';
import { SessionStore } from '../../shared/data/session-store.ts';
import { FakeNetwork, noNetwork } from '../../shared/data/testing/fake-network.ts';
import { PasswordReset } from './password-reset.ts';

let network: FakeNetwork;
let reset: PasswordReset;

beforeEach(() => {
  network = new FakeNetwork();
  TestBed.configureTestingModule({
    providers: [{ provide: SessionStore, useValue: { hubOrigin: 'http://hub.test' } }],
  });
  reset = TestBed.inject(PasswordReset);
});
afterEach(() => {
  network.restore();
});

const refusedFor = (field: string) => () =>
  Response.json({ data: null, errors: [{ message: 'Non.', extensions: { code: 'BAD_INPUT', field } }] });

describe('PasswordReset', () => {
  it('hands token and password to the hub, without a session', async () => {
    network.answer = () => Response.json({ data: { resetPassword: true } });
    expect(await reset.choose('jeton', 'une longue phrase')).toEqual({ kind: 'done' });
    expect(JSON.parse(network.asked[0]!.body)).toMatchObject({
      variables: { token: 'jeton', newPassword: 'une longue phrase' },
    });
    expect(network.asked[0]!.token).toBeNull();
  });

  it('tells a link that is no longer good from a password that is not', async () => {
    network.answer = refusedFor('token');
    expect(await reset.choose('jeton', 'x')).toEqual({ kind: 'link', message: 'Non.' });
    network.answer = refusedFor('newPassword');
    expect(await reset.choose('jeton', 'x')).toEqual({ kind: 'refused', message: 'Non.' });
  });

  it('lets one try again when the hub does not answer', async () => {
    network.answer = noNetwork;
    const outcome = await reset.choose('jeton', 'x');
    expect(outcome).toMatchObject({ kind: 'refused', message: expect.stringContaining('ne répond pas') });
  });
});
