import { TestBed } from '@angular/core/testing';
import type { UserImportReport } from '@tournee/graphql';
import { HubError } from '../../shared/data/hub/hub-error.ts';
import { UserImportStore } from './user-import-store.ts';
import { UserRequests } from './user-requests.ts';

type Answer = (csv: string, dryRun: boolean) => Promise<UserImportReport>;

const REPORT: UserImportReport = { added: 1, updated: 0, unchanged: 0, faults: [], isDryRun: true };
const file = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  return { name: 'table.csv', arrayBuffer: () => Promise.resolve(bytes.buffer) } as unknown as File;
};

/** The store before a hub that answers so; `asked` is what it was sent. */
function store(answer: Answer) {
  const asked: [string, boolean][] = [];
  const requests = {
    import: (csv: string, dryRun: boolean) => {
      asked.push([csv, dryRun]);
      return answer(csv, dryRun);
    },
  };
  TestBed.configureTestingModule({
    providers: [UserImportStore, { provide: UserRequests, useValue: requests }],
  });
  return { store: TestBed.inject(UserImportStore), asked };
}

describe('UserImportStore', () => {
  it('asks first what the file would do, and writes only then', async () => {
    const { store: imports, asked } = store((_csv, isDryRun) => Promise.resolve({ ...REPORT, isDryRun }));
    await imports.check(file('a;b'));
    expect([imports.step(), imports.report()?.isDryRun]).toEqual(['checked', true]);
    await imports.import();
    expect([imports.step(), imports.report()?.isDryRun]).toEqual(['done', false]);
    expect(asked).toEqual([
      ['a;b', true],
      ['a;b', false],
    ]);
  });

  it('can try again when the network went away in between', async () => {
    const { store: imports } = store((_csv, isDryRun) =>
      isDryRun
        ? Promise.resolve(REPORT)
        : Promise.reject(new HubError('unreachable', 'NO_ANSWER', 'Failed to fetch')),
    );
    await imports.check(file('a;b'));
    await imports.import();
    expect(imports.problem()?.isOffline).toBe(true);
    expect(imports.step()).toBe('checked');
  });
});
