import { easter } from 'date-easter';
import { addDays } from './calendar.ts';

/** Holidays of France by month and day. Alsace and Moselle have two more, which nobody here keeps. */
const FIXED: Readonly<Record<string, string>> = {
  '01-01': 'Jour de l’An',
  '05-01': 'Fête du Travail',
  '05-08': 'Victoire de 1945',
  '07-14': 'Fête nationale',
  '08-15': 'Assomption',
  '11-01': 'Toussaint',
  '11-11': 'Armistice de 1918',
  '12-25': 'Noël',
};

/** Holidays by days after Easter Sunday. */
const AFTER_EASTER: Readonly<Record<number, string>> = {
  1: 'Lundi de Pâques',
  39: 'Ascension',
  50: 'Lundi de Pentecôte',
};

/** The French holiday of a day (`yyyy-mm-dd`), or null. */
export function holidayName(day: string): string | null {
  const fixed = FIXED[day.slice(5)];
  if (fixed !== undefined) return fixed;
  const sunday = easterOf(Number(day.slice(0, 4)));
  const moving = Object.entries(AFTER_EASTER).find(([days]) => addDays(sunday, Number(days)) === day);
  return moving?.[1] ?? null;
}

function easterOf(year: number): string {
  const { month, day } = easter(year);
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  );
}

/** Why nobody would be met on a day: « dimanche », or the name of the holiday. Null for a day one works on. */
export function dayOff(day: string): string | null {
  return holidayName(day) ?? (weekday(day) === SUNDAY ? 'dimanche' : null);
}

/** The first day from Monday to Friday, not before `day`, that is no holiday. */
export function nextWorkingDay(day: string): string {
  let next = day;
  while (dayOff(next) !== null || weekday(next) === SATURDAY) next = addDays(next, 1);
  return next;
}

const SUNDAY = 0;
const SATURDAY = 6;

function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
