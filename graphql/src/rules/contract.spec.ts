import { CONTRACT_VERSION, OLDEST_CONTRACT, readContractVersion } from './contract.ts';

describe('readContractVersion', () => {
  it('reads a whole number, takes a missing header for the first version, and nothing else', () => {
    expect(readContractVersion(String(CONTRACT_VERSION))).toBe(CONTRACT_VERSION);
    expect(readContractVersion(null)).toBe(1);
    expect([readContractVersion(''), readContractVersion('1.2'), readContractVersion('-1')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('is understood by this hub', () => {
    expect(OLDEST_CONTRACT).toBeLessThanOrEqual(CONTRACT_VERSION);
  });
});
