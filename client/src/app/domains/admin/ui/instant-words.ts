/** The customer's time is that of France, wherever the administrator is. */
const ZONE = 'Europe/Paris';
const RUN = new Intl.DateTimeFormat('fr-FR', {
  timeZone: ZONE,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

const LATER = new Intl.DateTimeFormat('fr-FR', {
  timeZone: ZONE,
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** `mer. 25 nov. à 03:00`, in French time. */
export function runWords(iso: string): string {
  return RUN.format(new Date(iso)).replace(', ', ' à ');
}

/** `25 nov. 03:00`, in French time: for one run among others. */
export function shortRunWords(iso: string): string {
  return LATER.format(new Date(iso)).replace(', ', ' ').replace(' à ', ' ');
}
