import { OPERATION_CODES } from '@tournee/graphql';
import { RIGHT_PAYLOADS } from './testing/fuzz/right-payloads.ts';
import { BATCH_CASES, describeFinding, runFuzzBatch } from './testing/fuzz/run-fuzz.ts';

describe('the contract, with an edge in every place', () => {
  it('has a right payload to spoil for each code', () => {
    expect(Object.keys(RIGHT_PAYLOADS).sort()).toEqual([...OPERATION_CODES].sort());
  });

  it('answers or refuses: no fault, nothing half written', async () => {
    const findings = await runFuzzBatch(9, BATCH_CASES);
    expect(findings.map(describeFinding)).toEqual([]);
  }, 240_000);
});
