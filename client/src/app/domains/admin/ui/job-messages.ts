import { counted } from '../../shared/ui/french-numbers.ts';

/** French texts of « Tâches ». Before `: ; ! ?` and inside « » stands a no-break space. */
const NB = '\u00a0';

export const jobMessages = {
  title: 'Tâches',
  loading: 'Lecture des tâches…',

  job: 'Tâche',
  schedule: 'Planification',
  nextRun: 'Prochaine exécution',
  lastRun: 'Dernière exécution',
  actions: 'Actions',
  states: { running: 'en cours', paused: 'en pause', waiting: 'en attente' },
  onDemand: `À la demande${NB}: pas de planification.`,
  changeSchedule: 'Modifier',
  changeScheduleOf: (label: string) => `Modifier la planification, ${label}`,
  imminent: 'dans un instant',
  pausedNext: 'à la reprise',
  noNext: 'aucune',
  nextOnes: (runs: string) => `puis ${runs}`,
  never: 'jamais lancée',
  runNow: 'Lancer maintenant',
  pause: 'Pause',
  resume: 'Reprendre',
  ofJob: (action: string, label: string) => `${action}, ${label}`,
  requested: (label: string) => `«${NB}${label}${NB}» va se lancer.`,
  paused: (label: string) => `«${NB}${label}${NB}» est en pause.`,
  resumed: (label: string) => `«${NB}${label}${NB}» a repris.`,

  statuses: { running: 'en cours', done: 'réussie', failed: 'en échec', abandoned: 'interrompue' },
  abandonedHint: 'Le serveur s’est arrêté pendant cette exécution.',
  attempt: (number: number) => `${String(number)}${NB}ᵉ essai`,

  runs: 'Exécutions',
  start: 'Début',
  duration: 'Durée',
  result: 'Résultat',
  report: 'Compte rendu',
  by: 'Demandée par',
  bySchedule: 'planification',
  hub: 'Serveur',
  runsCount: (amount: number) => counted(amount, 'exécution', 'exécutions'),
  noRuns: 'Aucune exécution.',
  nothingToDo: 'Rien à faire.',
} as const;

type CountWords = (amount: number) => string;

const words =
  (one: string, many: string): CountWords =>
  (amount) =>
    counted(amount, one, many);

/** What a job counted, by the name under which it counts it; null: not worth a word. */
export const jobCountWords: Readonly<Record<string, CountWords | null>> = {
  clients: words('client relu', 'clients relus'),
  references: words('valeur de liste relue', 'valeurs de listes relues'),
  settings: words('réglage relu', 'réglages relus'),
  prospects: words('prospect relu', 'prospects relus'),
  // What older reports call it.
  count: words('prospect relu', 'prospects relus'),
  kept: words('prospect gardé hors ligne', 'prospects gardés hors ligne'),
  left: words('prospect retiré des bases', 'prospects retirés des bases'),
  returned: words('prospect revenu dans les bases', 'prospects revenus dans les bases'),
  written: words('document publié', 'documents publiés'),
  gone: words('document retiré', 'documents retirés'),
  archivedRelations: words('relation archivée ignorée', 'relations archivées ignorées'),
  oddRows: words('ligne étrange dans winpneu', 'lignes étranges dans winpneu'),
  // The duration has a place of its own.
  milliseconds: null,
  archived: words('relation archivée', 'relations archivées'),
  histories: words('historique republié', 'historiques republiés'),
  sent: words('mail envoyé', 'mails envoyés'),
  retried: words('mail reporté', 'mails reportés'),
  failed: words('mail refusé', 'mails refusés'),
  uncertain: words('mail à l’arrivée incertaine', 'mails à l’arrivée incertaine'),
  tombstones: words('suppression oubliée', 'suppressions oubliées'),
  operations: words('saisie ancienne vidée', 'saisies anciennes vidées'),
  mails: words('mail ancien vidé', 'mails anciens vidés'),
  runs: words('compte rendu effacé', 'comptes rendus effacés'),
  logs: words('fichier de logs effacé', 'fichiers de logs effacés'),
  damages: words('endroit abîmé dans la base', 'endroits abîmés dans la base'),
  integrationErrors: words('erreur d’intégration à traiter', 'erreurs d’intégration à traiter'),
  unsentMails: words('mail refusé ou incertain', 'mails refusés ou incertains'),
  waitingMails: words('mail en attente depuis plus d’une heure', 'mails en attente depuis plus d’une heure'),
  devicesBehind: words('appareil qui garde des saisies', 'appareils qui gardent des saisies'),
  failingJobs: words('tâche en échec', 'tâches en échec'),
  staleBaseHours: (hours) => `bases âgées de ${counted(hours, 'heure', 'heures')}`,
};
