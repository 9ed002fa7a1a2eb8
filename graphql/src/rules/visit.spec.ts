import fc from 'fast-check';
import { addDays, parisDay } from './calendar.ts';
import {
  checkVisit,
  COMMENT_MAX_LENGTH,
  CRM_MARK,
  earliestVisitDay,
  visitComment,
  visitObject,
  visitPayload,
  type VisitPayload,
  withoutCrmMark,
} from './visit.ts';
import { DEFAULT_VISIT_FORM } from './visit-form.ts';

const BOUNDS = { today: '2026-11-24', maxAgeDays: 14, form: DEFAULT_VISIT_FORM };

function visit(more: Partial<VisitPayload> = {}): VisitPayload {
  return { date: '2026-11-24', heure: '10:15', commentaire: '', answers: null, ...more };
}

describe('visitPayload', () => {
  it('takes a visit with nothing but day and hour', () => {
    expect(visitPayload.safeParse(visit()).success).toBe(true);
  });

  it('takes answers and a long comment', () => {
    const full = visit({ answers: { contact: ['visite'] }, commentaire: 'é'.repeat(COMMENT_MAX_LENGTH) });
    expect(visitPayload.parse(full)).toEqual(full);
  });

  it.each([
    ['date', { date: '2026-02-30' }, 'La date n’existe pas.'],
    ['date', { date: '24/11/2026' }, 'La date n’existe pas.'],
    ['heure', { heure: '25:99' }, 'L’heure doit être comprise entre 00:00 et 23:59.'],
    ['heure', { heure: '' }, 'L’heure doit être comprise entre 00:00 et 23:59.'],
    [
      'commentaire',
      { commentaire: 'é'.repeat(COMMENT_MAX_LENGTH + 1) },
      'Le compte rendu dépasse 8000 caractères.',
    ],
  ])('says in French what is wrong with %s', (field, more, message) => {
    const { error } = visitPayload.safeParse(visit(more));
    expect(error?.issues).toMatchObject([{ path: [field], message }]);
  });

  it.each([
    ['a field too many', { ...visit(), cUser: 'XX' }],
    ['a field too few', { date: '2026-11-24', heure: '10:15', commentaire: '' }],
    ['a Date for a day', { ...visit(), date: new Date() }],
    ['null for a comment', { ...visit(), commentaire: null }],
    ['answers that are no lists', { ...visit(), answers: { contact: 'visite' } }],
    ['no object', 'VC'],
    ['null', null],
  ])('refuses %s', (_what, payload) => {
    expect(visitPayload.safeParse(payload).success).toBe(false);
  });
});

describe('checkVisit', () => {
  it.each(['2026-11-24', '2026-11-23', '2026-11-10'])('lets %s through', (date) => {
    expect(checkVisit(visit({ date }), BOUNDS)).toBeNull();
  });

  it.each(['2026-11-25', '2027-01-01', '2099-12-31'])('refuses %s, which is to come', (date) => {
    expect(checkVisit(visit({ date }), BOUNDS)).toEqual({
      code: 'VISIT_IN_FUTURE',
      message: 'Une visite ne peut pas être notée à une date future.',
      field: 'date',
    });
  });

  it('counts the age from the day it was noted, however late it arrives', () => {
    const bounds = { ...BOUNDS, notedOn: '2026-10-01' };
    expect(checkVisit(visit({ date: '2026-09-17' }), bounds)).toBeNull();
    expect(checkVisit(visit({ date: '2026-09-16' }), bounds)?.code).toBe('VISIT_TOO_OLD');
  });

  it('does not let a clock that is ahead stretch or shrink the bound', () => {
    const bounds = { ...BOUNDS, notedOn: '2027-06-01' };
    expect(checkVisit(visit({ date: '2026-11-10' }), bounds)).toBeNull();
    expect(checkVisit(visit({ date: '2026-11-09' }), bounds)?.code).toBe('VISIT_TOO_OLD');
  });

  it.each(['2026-11-09', '2025-11-24', '1900-01-01'])(
    'refuses %s, and names the first day that it would take',
    (date) => {
      expect(checkVisit(visit({ date }), BOUNDS)).toEqual({
        code: 'VISIT_TOO_OLD',
        message: 'Une visite ne peut pas être notée avant le 10/11/2026.',
        field: 'date',
      });
    },
  );

  it('takes today only when the setting is 0', () => {
    const today = { ...BOUNDS, maxAgeDays: 0 };
    expect(checkVisit(visit(), today)).toBeNull();
    expect(checkVisit(visit({ date: '2026-11-23' }), today)?.code).toBe('VISIT_TOO_OLD');
    expect(checkVisit(visit({ date: '2026-11-25' }), today)?.code).toBe('VISIT_IN_FUTURE');
  });

  it('knows the bounds across the new year and the 29th of February', () => {
    expect(earliestVisitDay({ today: '2027-01-05', maxAgeDays: 14 })).toBe('2026-12-22');
    expect(earliestVisitDay({ today: '2028-03-01', maxAgeDays: 1 })).toBe('2028-02-29');
  });

  it('takes exactly the days from the earliest to today', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 366 }),
        fc.integer({ min: -400, max: 400 }),
        (maxAgeDays, offset) => {
          const reason = checkVisit(visit({ date: addDays(BOUNDS.today, offset) }), {
            ...BOUNDS,
            maxAgeDays,
          });
          expect(reason === null).toBe(offset <= 0 && offset >= -maxAgeDays);
        },
      ),
    );
  });

  it('goes by the day in France: a visit of just after midnight is of today there', () => {
    const justAfterMidnight = new Date('2026-11-24T23:05:00Z');
    expect(
      checkVisit(visit({ date: '2026-11-25' }), { ...BOUNDS, today: parisDay(justAfterMidnight) }),
    ).toBeNull();
  });

  it('checks the answers against the form', () => {
    expect(checkVisit(visit({ answers: { contact: ['visite'] } }), BOUNDS)).toBeNull();
    expect(checkVisit(visit({ answers: { contact: ['pigeon'] } }), BOUNDS)).toMatchObject({
      code: 'ANSWER_UNKNOWN',
      field: 'answers.contact',
    });
  });

  it('tells of the date first', () => {
    const reason = checkVisit(visit({ date: '2026-11-25', answers: { contact: ['pigeon'] } }), BOUNDS);
    expect(reason?.code).toBe('VISIT_IN_FUTURE');
  });
});

describe('visitObject', () => {
  it('is that of annex 1, and fits char(80)', () => {
    expect(visitObject('2026-11-24')).toBe('Visite du 24/11/2026');
  });
});

describe('visitComment', () => {
  it.each([
    ['', 'saisie via le CRM'],
    ['   \n\t ', 'saisie via le CRM'],
    ['Tarif remis.', 'Tarif remis. saisie via le CRM'],
    ['  Tarif remis.\n', 'Tarif remis. saisie via le CRM'],
    ['Ligne 1\n\nLigne 2  ', 'Ligne 1\n\nLigne 2 saisie via le CRM'],
    ['dit « oui »', 'dit « oui » saisie via le CRM'],
  ])('makes of %p: %p', (typed, written) => {
    expect(visitComment(typed)).toBe(written);
  });

  it('ends with the mark and begins with what was typed, without blanks around it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const written = visitComment(typed);
        expect(written.endsWith(CRM_MARK)).toBe(true);
        expect(written.startsWith(typed.trim())).toBe(true);
        expect(written).toBe(written.trim());
      }),
    );
  });
});

describe('withoutCrmMark', () => {
  it.each([
    ['saisie via le CRM', ''],
    ['Tarif remis. saisie via le CRM', 'Tarif remis.'],
    ['Tarif remis.  \n saisie via le CRM  ', 'Tarif remis.'],
    ['Tarif remis.\nsaisie via le CRM', 'Tarif remis.'],
    ['Tarif remis.', 'Tarif remis.'],
    ['  venu de winpneu  ', '  venu de winpneu  '],
    ['', ''],
    ['ressaisie via le CRM', 'ressaisie via le CRM'],
    ['saisie via le CRM puis corrigée', 'saisie via le CRM puis corrigée'],
    ['SAISIE VIA LE CRM', 'SAISIE VIA LE CRM'],
  ])('makes of %p: %p', (written, typed) => {
    expect(withoutCrmMark(written)).toBe(typed);
  });

  it('gives back what was typed, also when that ends with the mark itself', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string().map((text) => `${text}${CRM_MARK}`),
      fc.string().map((text) => `${text} ${CRM_MARK}`),
    );
    fc.assert(
      fc.property(typed, (text) => {
        expect(withoutCrmMark(visitComment(text))).toBe(text.trim());
      }),
    );
  });
});
