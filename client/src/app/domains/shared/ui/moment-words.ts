import { frenchDay, parisDay, parisHour } from '@tournee/graphql';

/** An instant as a day and an hour in France, wherever the reader is: `24/11/2026 10:15`. */
export function momentWords(iso: string): string {
  const instant = new Date(iso);
  return `${frenchDay(parisDay(instant))} ${parisHour(instant)}`;
}
