import { counted } from '../../shared/ui/french-numbers.ts';

/** French texts of « Réglages ». Before `: ; ! ?` and inside « » stands a no-break space. */
const NB = '\u00a0';

export const settingMessages = {
  search: 'Rechercher un réglage',
  searchPlaceholder: 'Rechercher un réglage…',
  groups: 'Groupes de réglages',
  found: (amount: number) => counted(amount, 'réglage trouvé', 'réglages trouvés'),
  noneFound: (query: string) => `Aucun réglage ne correspond à «${NB}${query}${NB}».`,
  showAll: 'Afficher tous les réglages',
  loading: 'Lecture des réglages…',
  allChanges: 'Toutes les modifications',

  unsaved: (amount: number) =>
    counted(amount, 'modification non enregistrée', 'modifications non enregistrées'),
  save: 'Enregistrer',
  saving: 'Enregistrement…',
  saved: 'Réglages enregistrés. Ils sont déjà appliqués.',
  cancelAll: 'Tout annuler',
  failed: 'Une erreur inattendue est survenue.',
  kept: 'Rien n’est enregistré, vos modifications restent à l’écran.',

  changed: 'Modifié',
  willReset: 'Retour à la valeur par défaut',
  undo: 'Annuler',
  toDefault: 'Valeur par défaut',
  history: 'Historique',
  default: (words: string) => `Par défaut${NB}: ${words}`,
  lastChange: (who: string, when: string) => `Changé par ${who} le ${when}`,
  bounds: (min: number, max: number, unit: string) =>
    `De ${String(min)} à ${String(max)}${unit === '' ? '' : `${NB}${unit}`}.`,
  forDevices: 'Envoyé aux postes des commerciaux',
  empty: 'vide',
  never: 'jamais d’elle-même',
  cronEmptyHint: `Vide${NB}: jamais d’elle-même.`,
  nextRuns: 'Prochaines exécutions',
  onePerLine: { mailList: 'Une adresse par ligne.', codeList: 'Un code par ligne.' },
  line: (number: number, message: string) => `Ligne ${String(number)}${NB}: ${message}`,
  unknownKind: 'Ce réglage demande une version plus récente de l’application.',
  yes: 'Oui',
  no: 'Non',

  secretSet: 'Défini',
  secretNotSet: 'Non défini',
  secretReplace: 'Remplacer',
  secretSetIt: 'Définir',
  secretEmpty: 'Effacer',
  secretWillBeEmptied: 'Sera effacé',
  secretNew: 'Nouvelle valeur',
  secretChanged: 'valeur secrète modifiée',

  formSummary: (groups: number, choices: number) =>
    `${counted(groups, 'groupe', 'groupes')}, ${counted(choices, 'réponse', 'réponses')}`,
  added: (labels: string) => `ajouté${NB}: ${labels}`,
  removed: (labels: string) => `retiré${NB}: ${labels}`,
  openEditor: 'Modifier',
  closeEditor: 'Replier',

  leaveTitle: 'Modifications non enregistrées',
  leaveText: `Si vous quittez cette page, vos modifications sont perdues.`,
  stay: 'Rester sur la page',
  leave: 'Quitter sans enregistrer',
} as const;

export const settingListMessages = {
  addGroup: 'Ajouter un groupe',
  addChoice: '+ Réponse',
  addChoiceTo: (label: string) => `Ajouter une réponse à «${NB}${label}${NB}»`,
  addSubgroup: 'Préciser',
  addSubgroupTo: (label: string) => `Préciser «${NB}${label}${NB}» par un groupe de réponses`,
  group: 'Groupe',
  choice: 'Réponse',
  groupLabel: 'Libellé du groupe',
  choiceLabel: 'Libellé de la réponse',
  kind: 'Type de boutons',
  kinds: { radio: 'Une seule réponse', checkbox: 'Plusieurs réponses' },
  up: (label: string) => `Monter «${NB}${label}${NB}»`,
  down: (label: string) => `Descendre «${NB}${label}${NB}»`,
  remove: 'Retirer',
  removeIt: (label: string) => `Retirer «${NB}${label}${NB}»`,
  unnamed: 'sans libellé',
  preview: 'Ce que voit le commercial',
  noGroup: `Aucun groupe${NB}: le commercial ne voit que la date et le compte rendu.`,
  addType: 'Ajouter un type',
  typeLabel: 'Libellé du type',
  noType: 'Aucun type de parc.',
} as const;

export const settingHistoryMessages = {
  title: (label: string) => `Historique${NB}: ${label}`,
  allTitle: 'Toutes les modifications',
  loading: 'Lecture de l’historique…',
  failed: 'L’historique n’a pas pu être lu.',
  none: 'Jamais modifié.',
  when: 'Quand',
  who: 'Par',
  setting: 'Réglage',
  before: 'Avant',
  after: 'Après',
  default: 'valeur par défaut',
  more: 'Afficher la suite',
  shown: (shown: number, total: number) => `${String(shown)} sur ${String(total)}`,
  close: 'Fermer',
} as const;
