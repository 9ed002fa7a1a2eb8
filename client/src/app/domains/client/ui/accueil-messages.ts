import { count, counted } from '../../shared/ui/french-numbers.ts';

/** Every French text of Accueil. Before `: ; ! ?` and inside « » stands a no-break space. */
const NB = '\u00a0';

export const accueilMessages = {
  title: 'Accueil',
  tables: 'Clients à voir',
  views: { 'a-revoir': 'À revoir', 'derniere-visite': 'Dernière visite' },
  columns: { code: 'Code', nom: 'Client', agence: 'Agence' },
  dayColumn: { 'a-revoir': 'À revoir', 'derniere-visite': 'Vu il y a' },
  sort: 'Trier',
  sortedUp: ', tri croissant',
  sortedDown: ', tri décroissant',
  allAgencies: 'Toutes les agences',
  agency: 'Agence',
  clients: (amount: number) => counted(amount, 'client', 'clients'),
  keyMove: 'parcourir',
  keyOpen: 'fiche',
  keyVisit: 'visite ce jour',
  keyAgain: 'revoir',

  overdue: (days: number) => `en retard de ${count(days)}${NB}j`,
  today: 'aujourd’hui',
  tomorrow: 'demain',
  days: (days: number) => `${count(days)}${NB}j`,
  neverSeen: 'jamais vu',
  inFuture: 'date à vérifier',

  loading: 'Lecture de votre base…',
  noClient: 'Aucun client dans votre base.',
  noClientHint: 'Vos clients apparaîtront ici après la prochaine synchronisation.',
  nobodyHere: 'Aucun client de cette agence n’est à revoir.',
  allSeen: (days: number) => `Tous vos clients ont été vus depuis moins de ${count(days)}${NB}jours.`,

  emptyTitle: 'Aucune date de revoir pour l’instant',
  emptyText:
    `La liste se remplit quand vous choisissez «${NB}Revoir${NB}» sur une fiche. Vous pouvez commencer tout de suite, ` +
    'avec les clients que personne n’a vus depuis le plus longtemps.',
  emptyFoot: (shown: number, all: number) => `${count(shown)} sur ${count(all)}`,
  seeAll: (all: number) => `Voir les ${counted(all, 'client', 'clients')} par dernière visite`,
  seen: (days: number) => `vu il y a ${count(days)}${NB}j`,
  chooseDay: (name: string) => `Revoir ${name}`,

  againOn: (day: string) => `Revoir le ${day}`,

  week: (week: number) => `Semaine ${String(week)}`,
  weekDays: (from: string, to: string) => `${from} au ${to}`,
  myWeek: 'Ma semaine',
  visits: (amount: number) => (amount < 2 ? 'visite' : 'visites'),
  quotes: () => 'devis remis',
  prospects: (amount: number) => (amount < 2 ? 'prospect créé' : 'prospects créés'),
  lastWeek: (amount: number) => `${count(amount)} la semaine passée`,
  prospectsInAll: (amount: number) => `${count(amount)} en cours`,
  overdueFigure: 'à revoir en retard',
  oldest: (days: number) => `le plus ancien${NB}: ${count(days)}${NB}j`,
  noneOverdue: 'aucun retard',
  noDay: 'aucune date posée',

  preview: 'Client sélectionné',
  card: 'Fiche',
  visit: 'Visite ce jour',
  againLabel: 'À revoir',
  noFollowUp: 'aucune date',
  turnoverBefore: 'CA N-1, même date',
  wholeYear: (amount: string) => `${amount} sur l’année`,
  onYearBefore: (gap: string) => `${gap} sur N-1`,
  lastVisits: 'Dernières visites',
  noVisit: 'Aucune visite notée pour l’instant.',
  fleet: (words: string) => `Parc${NB}: ${words}`,
  noFleet: 'non renseigné',
  noSelection: 'Choisissez un client dans le tableau.',
} as const;
