const EUROS = new Intl.NumberFormat('fr-FR', {
  style: 'currency',
  currency: 'EUR',
  maximumFractionDigits: 0,
});
const COUNT = new Intl.NumberFormat('fr-FR');

/** Whole euros as French readers write them: `18 420 €`. */
export function euros(amount: number): string {
  // -0.4 would be written `-0 €`.
  return EUROS.format(Math.round(amount) || 0);
}

/** A count with its thousands apart: `1 942`. */
export function count(amount: number): string {
  return COUNT.format(amount);
}

/** A difference with its sign apart: `+ 12 %`, `− 3 400 €`; the true minus sign, as wide as the plus. */
export function signed(amount: number, write: (absolute: number) => string): string {
  return `${amount < 0 ? '−' : '+'}\u00a0${write(Math.abs(amount))}`;
}

/** `1 client`, `1 942 clients`: in French, zero is singular. */
export function counted(amount: number, one: string, many: string): string {
  return `${count(amount)}\u00a0${Math.abs(amount) < 2 ? one : many}`;
}
