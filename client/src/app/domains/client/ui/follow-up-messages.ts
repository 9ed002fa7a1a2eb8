/** Every French text of « Revoir ». Before `: ; ! ?` and inside « » stands a no-break space. */
const NB = '\u00a0';

export const followUpMessages = {
  again: 'Revoir',
  title: (name: string) => `Revoir — ${name}`,
  kept: (day: string) => `Prévu le ${day}.`,
  keptNone: 'Aucune date pour l’instant.',
  choices: 'Dans',
  otherDay: 'Autre date…',
  day: 'Date',
  dayPattern: 'jj/mm/aaaa',
  unreadable: `Date à écrire jj/mm/aaaa, par exemple 24/12/2026.`,
  dayOff: (what: string) => `Ce jour-là${NB}: ${what}.`,
  rather: (day: string) => `Plutôt le ${day}`,
  none: 'Ne plus revoir',
  close: 'Fermer',
  save: 'Enregistrer',
  saved: (name: string, day: string) => `${name}${NB}: à revoir le ${day}.`,
  taken: (name: string) => `${name}${NB}: plus de date de revoir.`,
  notSaved: 'La date n’a pas pu être gardée sur ce poste. Réessayez.',
  cancel: 'Annuler',
} as const;
