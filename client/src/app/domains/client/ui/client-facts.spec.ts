import { groupSiret, groupVat, lastVisitWords, paymentWords, withKind } from './client-facts.ts';

const NB = '\u00a0';

describe('groupSiret', () => {
  it('groups 14 digits', () => {
    expect(groupSiret('86379402000036')).toBe(`863${NB}794${NB}020${NB}00036`);
  });

  it('leaves anything else as typed', () => {
    expect(groupSiret(' 1234 ')).toBe('1234');
  });
});

describe('groupVat', () => {
  it('groups a French number', () => {
    expect(groupVat('FR09863794020')).toBe(`FR${NB}09${NB}863${NB}794${NB}020`);
  });

  it('leaves a foreign number as typed', () => {
    expect(groupVat('BE0123456789')).toBe('BE0123456789');
  });
});

describe('paymentWords', () => {
  it('says mode, days and day of the month', () => {
    expect(paymentWords({ nbJour1: 45, jour1: '15' }, 'Virement')).toBe(`Virement, 45${NB}j, le${NB}15`);
  });

  it('leaves out what is empty', () => {
    expect(paymentWords({ nbJour1: 0, jour1: '00' }, 'Chèque')).toBe('Chèque');
    expect(paymentWords({ nbJour1: null, jour1: null }, '')).toBe('');
  });
});

describe('lastVisitWords', () => {
  it('counts the days', () => {
    expect(lastVisitWords('2026-10-13', '2026-11-24')).toBe(`13/10/2026 · 42${NB}j`);
  });

  it('has words for today, yesterday and never', () => {
    expect(lastVisitWords('2026-11-24', '2026-11-24')).toBe('aujourd’hui');
    expect(lastVisitWords('2026-11-23', '2026-11-24')).toBe('hier');
    expect(lastVisitWords(null, '2026-11-24')).toBe('jamais');
  });

  it('does not count days of a visit in the future', () => {
    expect(lastVisitWords('2026-11-30', '2026-11-24')).toBe('30/11/2026');
  });
});

describe('withKind', () => {
  it('adds the kind unless the label begins with it', () => {
    expect(withKind('Agence', 'A01')).toBe('Agence A01');
    expect(withKind('Agence', 'Agence Lens')).toBe('Agence Lens');
    expect(withKind('Agence', '')).toBe('');
  });
});
