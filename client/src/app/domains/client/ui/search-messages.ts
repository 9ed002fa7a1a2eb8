import { counted } from '../../shared/ui/french-numbers.ts';

/** Every French text of the search window. Inside « » stands a no-break space. */
const NB = '\u00a0';

export const searchMessages = {
  title: 'Rechercher',
  field: 'Client, ville, téléphone, code…',
  results: 'Résultats',
  clients: 'Clients',
  recent: 'Récents',
  actions: 'Actions',
  instead: (query: string, word: string) => `Rien pour «${NB}${query}${NB}». Vouliez-vous dire ${word}${NB}?`,
  nothing: (query: string) => `Rien ne correspond à «${NB}${query}${NB}».`,
  nothingHint:
    'Essayez un morceau de nom avec *, une ville, un code, un SIRET ou un téléphone noté comme vous voulez.',
  noRecent: 'Les fiches que vous ouvrez se retrouvent ici.',
  visit: 'Visite ce jour',
  visitTo: (name: string) => `Visite ce jour · ${name}`,
  copyPhone: 'copier le téléphone',
  copied: (phone: string) => `${phone} copié.`,
  notCopied: 'Le téléphone n’a pas pu être copié.',
  refresh: 'Actualiser les bases',
  goTo: (page: string) => `Aller à ${page}`,
  pages: { accueil: 'Accueil', clients: 'Clients', envois: 'Envois', administration: 'Administration' },
  keyMove: 'parcourir',
  keyOpen: 'fiche',
  keyVisit: 'visite ce jour',
  found: (amount: number) => counted(amount, 'résultat', 'résultats'),
  onDevice: (amount: number) => `${counted(amount, 'client', 'clients')} sur ce poste`,
  preview: 'Aperçu',
  noPhone: 'aucun téléphone',
  seen: 'Vu le',
  again: 'À revoir',
} as const;
