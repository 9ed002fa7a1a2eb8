import { choiceSetting, cronSetting, durationSetting } from './setting-definition.ts';

const base = 'Bases hors ligne';
const keeping = 'Archivage et conservation';
const MONTHS_MAX = 240;
const DAYS_MAX = 3650;

/** « Paramétrage Serveur » of the customer's text: when the automate does what, and how long things are kept. */
export const AUTOMATE_SETTINGS = {
  'base.refreshMode': choiceSetting({
    group: base,
    label: 'Génération des bases hors ligne',
    help: 'Après chaque intégration, en tâche planifiée, ou les deux.',
    default: 'both',
    choices: [
      { value: 'integration', label: 'Après chaque intégration' },
      { value: 'schedule', label: 'En tâche planifiée' },
      { value: 'both', label: 'Les deux' },
    ],
  }),
  'base.refreshSchedule': cronSetting({
    group: base,
    label: 'Planification de la génération des bases',
    help: 'Au format cron, heure française. Par défaut chaque nuit à 3 h.',
    default: '0 3 * * *',
  }),
  'prospect.pruneSchedule': cronSetting({
    group: base,
    label: 'Planification du retrait des prospects sans mouvement',
    help: 'Au format cron, heure française. Par défaut chaque nuit à 2 h 45.',
    default: '45 2 * * *',
  }),
  'relation.archiveMonths': durationSetting({
    group: keeping,
    label: 'Archivage automatique des relations',
    help: 'Les relations plus anciennes que ce nombre de mois reçoivent c_archive = O dans winpneu et quittent les bases hors ligne. 0 : jamais.',
    min: 0,
    max: MONTHS_MAX,
    default: 0,
    unit: 'mois',
  }),
  'relation.archiveSchedule': cronSetting({
    group: keeping,
    label: 'Planification de l’archivage',
    help: 'Au format cron, heure française. Par défaut chaque nuit à 2 h 15.',
    default: '15 2 * * *',
  }),
  'retention.logDays': durationSetting({
    group: keeping,
    label: 'Durée de conservation des logs',
    help: 'Les fichiers de logs plus anciens sont effacés. Leur emplacement est fixé par la variable TOURNEE_LOGS du serveur.',
    min: 1,
    max: DAYS_MAX,
    default: 30,
    unit: 'jours',
  }),
  'retention.tombstoneDays': durationSetting({
    group: keeping,
    label: 'Durée de conservation des suppressions',
    help: 'Un appareil resté plus longtemps sans contact recharge toute sa base ; ses saisies non envoyées sont conservées.',
    min: 7,
    max: DAYS_MAX,
    default: 90,
    unit: 'jours',
  }),
  'retention.operationDays': durationSetting({
    group: keeping,
    label: 'Durée de conservation du contenu des saisies intégrées',
    help: 'Au-delà, le nom de la saisie reste (elle ne sera jamais intégrée deux fois), son contenu est effacé du journal.',
    min: 31,
    max: DAYS_MAX,
    default: 365,
    unit: 'jours',
  }),
  'retention.mailDays': durationSetting({
    group: keeping,
    label: 'Durée de conservation des mails envoyés',
    help: 'Au-delà, le contenu du mail est effacé. Ce qui a été refusé est conservé.',
    min: 1,
    max: DAYS_MAX,
    default: 180,
    unit: 'jours',
  }),
  'retention.runDays': durationSetting({
    group: keeping,
    label: 'Durée de conservation des comptes rendus de tâches',
    help: 'Les comptes rendus plus anciens sont effacés.',
    min: 1,
    max: DAYS_MAX,
    default: 90,
    unit: 'jours',
  }),
  'retention.schedule': cronSetting({
    group: keeping,
    label: 'Planification du nettoyage',
    help: 'Au format cron, heure française. Par défaut chaque nuit à 4 h 15.',
    default: '15 4 * * *',
  }),
  'check.schedule': cronSetting({
    group: keeping,
    label: 'Planification du contrôle quotidien',
    help: 'Au format cron, heure française. Par défaut chaque jour à 7 h. Un mail n’est envoyé que si quelque chose demande attention.',
    default: '0 7 * * *',
  }),
} as const;
