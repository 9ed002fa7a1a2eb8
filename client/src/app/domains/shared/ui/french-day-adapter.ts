import { Injectable } from '@angular/core';
import { DateAdapter } from '@angular/material/core';
import { addDays, frenchDay, isDay, parisDay } from '@tournee/graphql';

/** Stands for a text that is no day. */
const INVALID = '';
const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);
const SHORT_MONTHS = 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' ');
const WEEKDAYS = 'dimanche lundi mardi mercredi jeudi vendredi samedi'.split(' ');

/**
 * Material's calendar on days written `yyyy-mm-dd`. No `Date` and no zone are involved, so the day of a visit never
 * shifts, whatever the zone of the laptop.
 */
@Injectable()
export class FrenchDayAdapter extends DateAdapter<string, string> {
  override getYear(day: string): number {
    return Number(day.slice(0, 4));
  }

  override getMonth(day: string): number {
    return Number(day.slice(5, 7)) - 1;
  }

  override getDate(day: string): number {
    return Number(day.slice(8, 10));
  }

  override getDayOfWeek(day: string): number {
    return new Date(`${day}T00:00:00Z`).getUTCDay();
  }

  override getMonthNames(style: 'long' | 'short' | 'narrow'): string[] {
    if (style === 'long') return MONTHS;
    return style === 'short' ? SHORT_MONTHS : MONTHS.map((name) => name.charAt(0).toUpperCase());
  }

  override getDateNames(): string[] {
    return Array.from({ length: 31 }, (_, index) => String(index + 1));
  }

  override getDayOfWeekNames(style: 'long' | 'short' | 'narrow'): string[] {
    if (style === 'long') return WEEKDAYS;
    return WEEKDAYS.map((name) =>
      style === 'short' ? `${name.slice(0, 3)}.` : name.slice(0, 1).toUpperCase(),
    );
  }

  override getYearName(day: string): string {
    return day.slice(0, 4);
  }

  override getFirstDayOfWeek(): number {
    return 1;
  }

  override getNumDaysInMonth(day: string): number {
    return new Date(Date.UTC(this.getYear(day), this.getMonth(day) + 1, 0)).getUTCDate();
  }

  override clone(day: string): string {
    return day;
  }

  override createDate(year: number, month: number, date: number): string {
    return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
  }

  override today(): string {
    return parisDay(new Date());
  }

  override parse(value: unknown): string | null {
    if (typeof value !== 'string' || value.trim() === '') return null;
    return parseFrenchDay(value, this.today());
  }

  override format(day: string, displayFormat: unknown): string {
    if (displayFormat === 'month-year') return monthWords(day);
    // A name of a button must hold the text on it, here « 1 »: no « 1er ».
    if (displayFormat === 'spoken') return spokenDay(day).replace('1er', '1');
    return frenchDay(day);
  }

  override addCalendarYears(day: string, years: number): string {
    return this.addCalendarMonths(day, years * 12);
  }

  override addCalendarMonths(day: string, months: number): string {
    const first = this.createDate(this.getYear(day), this.getMonth(day) + months, 1);
    return addDays(first, Math.min(this.getDate(day), this.getNumDaysInMonth(first)) - 1);
  }

  override addCalendarDays(day: string, days: number): string {
    return addDays(day, days);
  }

  override toIso8601(day: string): string {
    return day;
  }

  override isDateInstance(value: unknown): boolean {
    return typeof value === 'string';
  }

  override isValid(day: string): boolean {
    return isDay(day);
  }

  override invalid(): string {
    return INVALID;
  }
}

/**
 * A day as one types it: `24/11/2026`, `24.11.26`, `24112026`, or `24/11` for the current year.
 * @returns `yyyy-mm-dd`, or an empty text when it is no day
 */
export function parseFrenchDay(text: string, today: string): string {
  const match =
    /^(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{4}|\d{2}))?$/.exec(text.trim()) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text.trim());
  if (!match) return INVALID;
  const [, date = '', month = '', year = today.slice(0, 4)] = match;
  const day = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : INVALID;
}

/** A day in words: `mardi 24 novembre 2026`. */
export function spokenDay(day: string): string {
  if (!isDay(day)) return '';
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
  const date = Number(day.slice(8, 10));
  const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
  return `${weekday} ${date === 1 ? '1er' : String(date)} ${month} ${day.slice(0, 4)}`;
}

/** The month of a day in words: `novembre 2026`. */
export function monthWords(day: string): string {
  return `${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;
}
