import { APP_HOSTS, CHANNELS } from './contract.ts';
import { PAYLOADS } from './payloads.ts';

describe('the contract', () => {
  it('checks the payload of every channel', () => {
    expect(Object.keys(PAYLOADS).sort()).toEqual(Object.keys(CHANNELS).sort());
  });

  it.each(Object.entries(CHANNELS))(
    'describes %s and says who may call it',
    (name, { description, from }) => {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*:[a-z]+$/);
      expect(description).toMatch(/^[A-Z].{20,}\.$/);
      expect(from.length).toBeGreaterThan(0);
      for (const host of from) expect(APP_HOSTS).toContain(host);
    },
  );

  it('lets no page of the shell near the tokens', () => {
    for (const [name, { from }] of Object.entries(CHANNELS)) {
      if (name.startsWith('tokens:')) expect(from).toEqual(['tournee']);
    }
  });
});
