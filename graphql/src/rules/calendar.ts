/**
 * Days and hours of winpneu are wall-clock time in France, without a zone. They travel as `yyyy-mm-dd` and `hh:mm`
 * text, so that the day of a visit never shifts, whatever the zone of hub or laptop.
 */
const PARIS_CLOCK = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
/**
 * Years that a date may have which somebody types or sends. SQL Server's `datetime`, winpneu's type, begins in 1753; a year
 * beyond the last one is a slip.
 */
export const FIRST_YEAR = 1753;
export const LAST_YEAR = 2199;
const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/;
const MS_PER_DAY = 86_400_000;

const MS_PER_MINUTE = 60_000;
/** The last minute that was asked for: formatting is slow, and most questions are about now. */
let lastMinute: { minute: number; parts: Record<string, string> } | null = null;

function parisParts(instant: Date): Record<string, string> {
  const minute = Math.floor(instant.getTime() / MS_PER_MINUTE);
  if (lastMinute?.minute !== minute) {
    const parts = PARIS_CLOCK.formatToParts(instant).map((part) => [part.type, part.value] as const);
    lastMinute = { minute, parts: Object.fromEntries(parts) };
  }
  return lastMinute.parts;
}

/** The day it is in France at an instant, `yyyy-mm-dd`. */
export function parisDay(instant: Date): string {
  const { year, month, day } = parisParts(instant) as { year: string; month: string; day: string };
  return `${year}-${month}-${day}`;
}

/** The hour it is in France at an instant, `hh:mm`. */
export function parisHour(instant: Date): string {
  const { hour, minute } = parisParts(instant) as { hour: string; minute: string };
  return `${hour}:${minute}`;
}

/** True for a real calendar day written `yyyy-mm-dd` (`2026-02-30` is none). */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  // JavaScript rolls 30 February over to March: only a round trip tells.
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

/** Why a day that somebody entered cannot be kept, in French; null when it can. */
export function dayFault(text: string): string | null {
  if (!isDay(text)) return 'La date n’existe pas.';
  if (isYearKept(Number(text.slice(0, 4)))) return null;
  return `L’année doit être comprise entre ${String(FIRST_YEAR)} et ${String(LAST_YEAR)}.`;
}

/** True for an instant of a year that can be kept: the same rule as for days. */
export function isInstantKept(instant: Date): boolean {
  return isYearKept(instant.getUTCFullYear());
}

function isYearKept(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** True for `hh:mm` from `00:00` to `23:59`. */
export function isHour(text: string): boolean {
  return HOUR.test(text);
}

/** The day `count` days after (before, when negative) a day; both `yyyy-mm-dd`. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
}

/** A week of ISO 8601: Monday to Sunday, numbered in the year that holds its Thursday. */
export interface IsoWeek {
  year: number;
  week: number;
  /** First day, `yyyy-mm-dd`. */
  monday: string;
}

/** The week that a day (`yyyy-mm-dd`) is in. */
export function isoWeek(day: string): IsoWeek {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const monday = addDays(day, -((weekday + 6) % 7));
  const thursday = addDays(monday, 3);
  const year = thursday.slice(0, 4);
  return { year: Number(year), week: Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1, monday };
}

/** A day as French readers write it: `24/11/2026`. */
export function frenchDay(day: string): string {
  return day.replace(DAY, '$3/$2/$1');
}
