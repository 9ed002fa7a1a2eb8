import { isNamedBy, shownText, typedValue, withoutValue, withValue } from './payload-change.ts';
import { payloadFields } from './payload-fields.ts';

const TYPES = [{ key: 'pl', label: 'Poids lourds' }];
const shown = (code: string, payload: unknown) =>
  payloadFields(code, payload, TYPES).map(({ label, kind, value }) => [label, kind, value]);

describe('payloadFields', () => {
  it('reads a visit', () => {
    const visit = {
      date: '2026-11-24',
      heure: '10:15',
      commentaire: 'Vu.',
      answers: { contact: ['visite'] },
    };
    expect(shown('VC', visit)).toEqual([
      ['Date', 'day', '2026-11-24'],
      ['Heure', 'line', '10:15'],
      ['Compte rendu', 'text', 'Vu.'],
      ['Réponses', 'answers', { contact: ['visite'] }],
    ]);
  });

  it('keeps a day that does not exist as it was typed', () => {
    expect(shown('VC', { date: '2026-02-30' })).toEqual([['Date', 'day', '2026-02-30']]);
  });

  it('has all fields of a new prospect, so that what is missing can be filled in', () => {
    const fields = payloadFields('CP', { nomClient: 'EARL DU MARAIS' }, TYPES);
    expect(fields.find(({ path }) => path.join() === 'nomClient')?.value).toBe('EARL DU MARAIS');
    expect(fields.find(({ path }) => path.join() === 'villeFac')).toMatchObject({
      label: 'Ville',
      value: null,
    });
  });

  it('shows the fields that were changed, with what the author saw', () => {
    const [field, ...others] = payloadFields('MP', { changes: { tel1: { from: null, to: '03 20' } } }, TYPES);
    expect(others).toEqual([]);
    expect(field).toMatchObject({
      path: ['changes', 'tel1', 'to'],
      label: 'Téléphone',
      seen: 'rien',
      value: '03 20',
    });
  });

  it('names the vehicles of a fleet, and offers to take out a type that is no more', () => {
    const counts = [
      { type: 'pl', count: 12 },
      { type: 'tank', count: 1 },
    ];
    expect(shown('PA', { counts })).toEqual([
      ['Poids lourds', 'number', 12],
      ['tank', 'json', { type: 'tank', count: 1 }],
    ]);
  });

  it('takes nothing for granted', () => {
    expect(shown('VC', 'text')).toEqual([['', 'json', 'text']]);
    expect(shown('VC', { date: 7, answers: [1], toString: 1 })).toEqual([
      ['Date', 'json', 7],
      ['Réponses', 'json', [1]],
      ['toString', 'json', 1],
    ]);
    expect(shown('MP', { changes: { tel1: 'x', other: {} } })).toEqual([
      ['tel1', 'json', 'x'],
      ['other', 'json', {}],
    ]);
  });
});

describe('typedValue', () => {
  it('is null for an empty field that may be, digits as a number, else what was typed', () => {
    expect(typedValue({ kind: 'line', isNullable: true }, '  ')).toBeNull();
    expect(typedValue({ kind: 'text', isNullable: false }, '')).toBe('');
    expect(typedValue({ kind: 'number', isNullable: true }, ' 30 ')).toBe(30);
    expect(typedValue({ kind: 'number', isNullable: true }, '30 j')).toBe('30 j');
  });
});

describe('a day', () => {
  it('is shown and typed as French readers write it', () => {
    expect(shownText({ kind: 'day', value: '2026-11-24' })).toBe('24/11/2026');
    expect(typedValue({ kind: 'day', isNullable: false }, '1/2/2026')).toBe('2026-02-01');
  });

  it('that does not exist stays as it was typed', () => {
    expect(shownText({ kind: 'day', value: '2026-02-30' })).toBe('2026-02-30');
    expect(typedValue({ kind: 'day', isNullable: true }, '30/02/2026')).toBe('30/02/2026');
    expect(typedValue({ kind: 'line', isNullable: true }, '01/02/2026')).toBe('01/02/2026');
  });
});

describe('withValue', () => {
  it('changes one place and nothing else', () => {
    const payload = { changes: { tel1: { from: 'a', to: 'b' } }, counts: [{ count: 1 }, { count: 2 }] };
    const changed = withValue(
      withValue(payload, ['changes', 'tel1', 'to'], 'c'),
      ['counts', '1', 'count'],
      3,
    );
    expect(changed).toEqual({
      changes: { tel1: { from: 'a', to: 'c' } },
      counts: [{ count: 1 }, { count: 3 }],
    });
    expect(payload.counts).toEqual([{ count: 1 }, { count: 2 }]);
  });
});

describe('withoutValue', () => {
  it('takes out a key, also of a card, and an element of a list', () => {
    expect(withoutValue({ a: 1, b: 2 }, ['a'])).toEqual({ b: 2 });
    expect(withoutValue({ card: { a: 1, b: 2 } }, ['card', 'a'])).toEqual({ card: { b: 2 } });
    expect(withoutValue({ counts: [1, 2] }, ['counts', '0'])).toEqual({ counts: [2] });
  });
});

describe('isNamedBy', () => {
  it.each([
    ['date', ['date']],
    ['answers.contact', ['answers']],
    ['card.iban', ['card', 'iban']],
    ['iban', ['changes', 'iban', 'to']],
    ['counts.1.type', ['counts', '1', 'count']],
  ])('finds %s', (refused, path) => {
    expect(isNamedBy(refused, { path })).toBe(true);
  });

  it('takes no other for it', () => {
    expect(isNamedBy('counts.1.type', { path: ['counts', '0', 'count'] })).toBe(false);
    expect(isNamedBy('date', { path: ['heure'] })).toBe(false);
    expect(isNamedBy(null, { path: ['heure'] })).toBe(false);
  });
});
