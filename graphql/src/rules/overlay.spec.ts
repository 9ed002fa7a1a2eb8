import fc from 'fast-check';
import { overlayFleet, overlayFollowUp, overlayHistory, overlayLastVisit } from './overlay.ts';
import { relation, visitOperation } from './testing/builders.ts';

describe('overlayHistory', () => {
  it('is the pulled history where nothing was noted here', () => {
    const relations = [relation({ num: 2 }), relation({ num: 1, date: null, heure: '25:99' })];
    expect(overlayHistory(relations, [])).toEqual(
      relations.map((one) => ({ ...one, state: null, reason: null })),
    );
  });

  it('shows a visit of this device as winpneu will have it, without the mark and the number', () => {
    const operation = visitOperation({}, { answers: { contact: ['visite'] } });
    expect(overlayHistory([], [operation])).toEqual([
      {
        num: null,
        origine: 'CRV',
        date: '2026-11-24',
        heure: '11:15',
        cUser: 'GA00',
        auteur: null,
        objet: 'Visite du 24/11/2026',
        commentaire: 'Tarif remis',
        operation: 'VC_GA00_20261124T101500123_7f3a9c2k',
        answers: { contact: ['visite'] },
        state: 'pending',
        reason: null,
      },
    ]);
  });

  it.each(['pending', 'integrated', 'rejected', 'conflict'] as const)(
    'shows a visit that is %s with its state',
    (status) => {
      expect(overlayHistory([], [visitOperation({ status })])[0]?.state).toBe(status);
    },
  );

  it.each(['pending', 'integrated'] as const)(
    'shows a visit once when the history holds it, also while it is still %s here',
    (status) => {
      const operation = visitOperation({ status });
      const pulled = relation({ num: 7, date: '2026-11-24', operation: operation.id });
      expect(overlayHistory([pulled], [operation])).toEqual([{ ...pulled, state: null, reason: null }]);
    },
  );

  it('puts a visit of last week where it belongs', () => {
    const history = overlayHistory(
      [
        relation({ num: 3, date: '2026-11-23' }),
        relation({ num: 2, date: '2026-11-10' }),
        relation({ num: 1, date: null }),
      ],
      [visitOperation({}, { date: '2026-11-15' })],
    );
    expect(history.map(({ date }) => date)).toEqual(['2026-11-23', '2026-11-15', '2026-11-10', null]);
  });

  it('puts the later hour of one day first, and what has no number before what has', () => {
    const history = overlayHistory(
      [
        relation({ num: 5, date: '2026-11-24', heure: '15:00' }),
        relation({ num: 4, date: '2026-11-24', heure: '11:15' }),
        relation({ num: 3, date: '2026-11-24', heure: null }),
      ],
      [visitOperation({}, { heure: '11:15' })],
    );
    expect(history.map(({ num }) => num)).toEqual([5, null, 4, 3]);
  });

  it('puts the later noted of two visits at one minute first', () => {
    const first = visitOperation({ id: 'VC_GA00_20261124T101500123_zzzzzzzz' });
    const second = visitOperation({ id: 'VC_GA00_20261124T101512000_aaaaaaaa' });
    const ids = (operations: (typeof first)[]): (string | null)[] =>
      overlayHistory([], operations).map(({ operation }) => operation);
    expect(ids([first, second])).toEqual([second.id, first.id]);
    expect(ids([second, first])).toEqual([second.id, first.id]);
  });

  it('says why a visit was refused', () => {
    const reason = { code: 'VISIT_TOO_OLD', message: 'Trop ancienne.', field: 'date' };
    expect(overlayHistory([], [visitOperation({ status: 'rejected', reason })])[0]?.reason).toEqual(reason);
  });

  it('leaves the other intents alone', () => {
    expect(overlayHistory([], [visitOperation({ code: 'DR' })])).toEqual([]);
  });

  it.each([{}, null, 'x', { date: '2026-02-30', heure: '10:00', commentaire: '', answers: null }])(
    'leaves out what it cannot read (%j) rather than fail',
    (payload) => {
      expect(overlayHistory([relation()], [visitOperation({ payload })])).toHaveLength(1);
    },
  );

  it('changes nothing of what it is given', () => {
    const relations = Object.freeze([Object.freeze(relation())]);
    const operations = Object.freeze([Object.freeze(visitOperation())]);
    expect(overlayHistory(relations, operations)).toHaveLength(2);
  });

  it('keeps the hub’s order of the pulled relations, whatever is laid over them', () => {
    const date = fc.option(fc.constantFrom('2026-11-20', '2026-11-24', '1900-01-01', '2099-12-31'));
    const heure = fc.option(fc.constantFrom('10:00', '9:05', '25:99', ''));
    const pulled = fc
      .uniqueArray(fc.record({ num: fc.nat(), date, heure }), { selector: ({ num }) => num })
      .map((rows) => rows.map((row) => relation(row)).sort(asTheHubDoes));
    fc.assert(
      fc.property(pulled, (relations) => {
        const history = overlayHistory(relations, [visitOperation()]);
        expect(history.filter(({ num }) => num !== null).map(({ num }) => num)).toEqual(
          relations.map(({ num }) => num),
        );
      }),
    );
  });
});

/** By day, hour as text, number; newest first. */
function asTheHubDoes(a: ReturnType<typeof relation>, b: ReturnType<typeof relation>): number {
  const [first, second] = [a, b].map(({ date, heure }) => `${date ?? ''} ${heure ?? ''}`);
  if (first !== second) return first! < second! ? 1 : -1;
  return b.num - a.num;
}

describe('overlayLastVisit', () => {
  it('is that of the base where nothing was noted here', () => {
    expect(overlayLastVisit('2026-11-20', [])).toBe('2026-11-20');
    expect(overlayLastVisit(null, [])).toBeNull();
  });

  it('is the visit of this device when that is newer, or the first', () => {
    expect(overlayLastVisit('2026-11-20', [visitOperation()])).toBe('2026-11-24');
    expect(overlayLastVisit(null, [visitOperation()])).toBe('2026-11-24');
  });

  it('is that of the base when the visit noted here is older', () => {
    expect(overlayLastVisit('2026-11-20', [visitOperation({}, { date: '2026-11-12' })])).toBe('2026-11-20');
  });

  it('is the newest of several', () => {
    const days = ['2026-11-12', '2026-11-23', '2026-11-15'];
    expect(
      overlayLastVisit(
        null,
        days.map((date) => visitOperation({}, { date })),
      ),
    ).toBe('2026-11-23');
  });

  it.each(['pending', 'integrated', 'conflict'] as const)('counts a visit that is %s', (status) => {
    expect(overlayLastVisit(null, [visitOperation({ status })])).toBe('2026-11-24');
  });

  it('does not count a refused visit, another intent, nor what it cannot read', () => {
    expect(overlayLastVisit('2026-11-20', [visitOperation({ status: 'rejected' })])).toBe('2026-11-20');
    expect(overlayLastVisit('2026-11-20', [visitOperation({ code: 'DR' })])).toBe('2026-11-20');
    expect(overlayLastVisit('2026-11-20', [visitOperation({ payload: null })])).toBe('2026-11-20');
  });
});

describe('overlayFollowUp', () => {
  const said = (date: string | null, more: Parameters<typeof visitOperation>[0] = {}) => ({
    ...visitOperation({ id: `DR_${String(date)}`, code: 'DR', ...more }),
    payload: { date },
  });

  it('is what winpneu’s side says where nothing was said here', () => {
    expect(overlayFollowUp('2026-12-01', [visitOperation()], null)).toBe('2026-12-01');
  });

  it('is the last word of this device while it waits, also when it takes the date away', () => {
    const first = said('2026-12-05', { createdAt: '2026-11-24T10:00:00.000Z' });
    const second = said(null, { createdAt: '2026-11-24T11:00:00.000Z' });
    expect(overlayFollowUp('2026-12-01', [first], null)).toBe('2026-12-05');
    expect(overlayFollowUp('2026-12-01', [second, first], null)).toBeNull();
  });

  it('counts what is integrated until the documents were pulled after it', () => {
    const done = said('2026-12-05', { status: 'integrated', integratedAt: '2026-11-24T10:16:00.000Z' });
    expect(overlayFollowUp('2026-12-01', [done], '2026-11-24T10:15:00.000Z')).toBe('2026-12-05');
    expect(overlayFollowUp('2026-12-01', [done], '2026-11-24T10:17:00.000Z')).toBe('2026-12-01');
  });

  it('leaves out what was refused, and a payload that is none', () => {
    const broken = { ...said('2026-12-05'), payload: { date: 'demain' } };
    expect(overlayFollowUp(null, [said('2026-12-05', { status: 'rejected' }), broken], null)).toBeNull();
  });
});

describe('overlayFleet', () => {
  it('is the last count of this device while it waits', () => {
    const counts = [{ type: 'pl', count: 12 }];
    const operation = { ...visitOperation({ id: 'PA_1', code: 'PA' }), payload: { counts } };
    expect(overlayFleet([{ type: 'vl', count: 1 }], [operation], null)).toEqual(counts);
    expect(overlayFleet(null, [visitOperation()], null)).toBeNull();
  });
});
