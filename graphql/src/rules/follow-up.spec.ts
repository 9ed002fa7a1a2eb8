import { FOLLOW_UP_CHOICES, followUpDay } from './follow-up.ts';

const daysFrom = (today: string) => FOLLOW_UP_CHOICES.map((choice) => followUpDay(choice, today));

describe('followUpDay', () => {
  it('names the six days of the customer’s text', () => {
    expect(daysFrom('2026-11-24')).toEqual([
      '2026-12-01',
      '2026-12-08',
      '2026-12-24',
      '2027-02-24',
      '2027-05-24',
      '2027-11-24',
    ]);
  });

  it('stays in the month where the 31st or the leap day does not exist', () => {
    expect(daysFrom('2026-08-31').slice(2, 4)).toEqual(['2026-09-30', '2026-11-30']);
    expect(daysFrom('2027-11-30').slice(3, 4)).toEqual(['2028-02-29']);
    expect(daysFrom('2028-02-29').slice(5)).toEqual(['2029-02-28']);
    expect(daysFrom('2026-12-31').slice(2, 5)).toEqual(['2027-01-31', '2027-03-31', '2027-06-30']);
  });
});
