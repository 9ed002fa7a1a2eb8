import { count } from '../../shared/ui/french-numbers.ts';

/** French texts of the frame of the admin area and of its tables. Before `: ; ! ?` stands a no-break space. */
const NB = '\u00a0';

export const adminMessages = {
  sections: 'Rubriques de l’administration',
  tabs: {
    reglages: 'Réglages',
    utilisateurs: 'Utilisateurs',
    appareils: 'Appareils',
    erreurs: 'Erreurs d’intégration',
    taches: 'Tâches',
    mails: 'Mails',
  },
  refusedTitle: 'Page réservée aux administrateurs',
  refused:
    'Votre compte ne donne pas accès à l’administration. Si vous en avez besoin, demandez-le à un administrateur.',
  backToClients: 'Revenir aux clients',

  offline: `L’administration a besoin du réseau${NB}: ses données ne sont pas gardées sur ce poste.`,
  offlineKept: `Hors ligne${NB}: ce qui est affiché date de la dernière lecture.`,
  notLoaded: 'Les données n’ont pas pu être lues.',
  retry: 'Réessayer',
  cancel: 'Annuler',
  close: 'Fermer',
} as const;

export const tableMessages = {
  loading: 'Lecture en cours…',
  search: 'Rechercher',
  all: 'Tous',
  range: (first: number, last: number, total: number) =>
    total === 0 ? '' : `${count(first)}–${count(last)} sur ${count(total)}`,
  page: (page: number, pages: number) => `Page ${count(page)} sur ${count(pages)}`,
  previous: 'Page précédente',
  next: 'Page suivante',
  emptyPage: 'Cette page est vide.',
  firstPage: 'Première page',
  nothingFound: 'Aucune ligne ne correspond à votre recherche.',
  clearFilters: 'Effacer la recherche et les filtres',
} as const;
