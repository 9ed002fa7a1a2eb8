import { DEFAULT_VISIT_FORM } from '@tournee/graphql';
import { firstDayCounted, weekFigures, type WeekVisit } from './week-figures.ts';

const QUOTE = { 'visite-action': ['proposition'], 'proposition-type': ['tp'] };

function visit(id: string, date: string, answers: unknown = null): WeekVisit {
  return { id, date, answers };
}

describe('weekFigures', () => {
  const figures = weekFigures(
    [
      visit('1', '2026-11-23', QUOTE),
      visit('2', '2026-11-29'),
      visit('2', '2026-11-29'),
      visit('3', '2026-11-22', QUOTE),
      visit('4', '2026-11-16'),
      visit('5', '2026-11-15', QUOTE),
      visit('6', '2026-11-30'),
      visit('7', '2026-11-24', { 'visite-action': 'proposition' }),
    ],
    [{ createdOn: '2026-11-24' }, { createdOn: '2026-11-22' }, { createdOn: '2025-01-01' }],
    { today: '2026-11-24', form: DEFAULT_VISIT_FORM },
  );

  it('counts Monday to Sunday, a visit once', () => {
    expect(figures).toMatchObject({
      week: 48,
      monday: '2026-11-23',
      sunday: '2026-11-29',
      visits: 3,
      quotes: 1,
    });
  });

  it('compares with the week before', () => {
    expect(figures).toMatchObject({ visitsBefore: 2, quotesBefore: 1 });
    expect(firstDayCounted('2026-11-24')).toBe('2026-11-16');
  });

  it('counts the prospects of the week among all', () => {
    expect(figures).toMatchObject({ prospects: 1, prospectsInAll: 3 });
  });
});
