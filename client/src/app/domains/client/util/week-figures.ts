import { addDays, hasQuote, isoWeek, visitAnswers, type VisitForm } from '@tournee/graphql';

/** A visit, pulled or still on this device. */
export interface WeekVisit {
  id: string;
  date: string;
  answers: unknown;
}

export interface WeekProspect {
  /** Day in France, `yyyy-mm-dd`. */
  createdOn: string;
}

/** What the strip above Accueil says of a person's week. */
export interface WeekFigures {
  week: number;
  monday: string;
  sunday: string;
  visits: number;
  visitsBefore: number;
  quotes: number;
  quotesBefore: number;
  prospects: number;
  /** Prospects that are none of this week's alone: all that are there. */
  prospectsInAll: number;
}

/** First day that `weekFigures` counts: Monday of the week before. */
export function firstDayCounted(today: string): string {
  return addDays(isoWeek(today).monday, -7);
}

/** Counts this week and the one before. A visit that is given twice, pulled and still here, counts once. */
export function weekFigures(
  visits: readonly WeekVisit[],
  prospects: readonly WeekProspect[],
  { today, form }: { today: string; form: VisitForm },
): WeekFigures {
  const { week, monday } = isoWeek(today);
  const sunday = addDays(monday, 6);
  const once = [...new Map(visits.map((visit) => [visit.id, visit])).values()];
  const between = (first: string, last: string) => once.filter(({ date }) => date >= first && date <= last);
  const [now, before] = [between(monday, sunday), between(addDays(monday, -7), addDays(monday, -1))];
  return {
    week,
    monday,
    sunday,
    visits: now.length,
    visitsBefore: before.length,
    quotes: countQuotes(now, form),
    quotesBefore: countQuotes(before, form),
    prospects: prospects.filter(({ createdOn }) => createdOn >= monday && createdOn <= sunday).length,
    prospectsInAll: prospects.length,
  };
}

function countQuotes(visits: readonly WeekVisit[], form: VisitForm): number {
  return visits.filter(({ answers }) => {
    const parsed = visitAnswers.safeParse(answers);
    return parsed.success && hasQuote(form, parsed.data);
  }).length;
}
