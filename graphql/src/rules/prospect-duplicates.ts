import { phoneKey } from './phone.ts';

interface Callable {
  readonly id: string;
  readonly tel1?: string | null | undefined;
  readonly tel2?: string | null | undefined;
}

/** Numbers of a card as they are compared, without the ones that are none. */
export function phoneKeys({ tel1, tel2 }: Omit<Callable, 'id'>): string[] {
  return [tel1, tel2].flatMap((number) => (number ? (phoneKey(number) ?? []) : []));
}

/**
 * Those of the cards that share a phone number with one, itself left out: the customer's check before a prospect is
 * created. It warns and does not forbid: two firms may share a switchboard.
 */
export function samePhone<Card extends Callable>(card: Callable, others: readonly Card[]): Card[] {
  const keys = new Set(phoneKeys(card));
  if (keys.size === 0) return [];
  return others.filter((other) => other.id !== card.id && phoneKeys(other).some((key) => keys.has(key)));
}
