import { count, counted } from '../../shared/ui/french-numbers.ts';

/** Every French text of « Envois ». Before `: ; ! ?` and inside « » stands a no-break space. */
const NB = '\u00a0';

export const operationMessages = {
  filters: 'Filtrer par état',
  filter: {
    all: 'Tous',
    pending: 'En attente',
    rejected: 'Refusées',
    conflict: 'Conflits',
    integrated: 'Intégrées',
    closed: 'Classées',
  },
  list: 'Vos envois',
  loading: 'Lecture de vos envois…',
  empty: 'Rien à envoyer, rien d’envoyé.',
  emptyHint:
    'Vos visites et vos saisies apparaissent ici dès que vous les enregistrez, avec ce qu’elles deviennent.',
  emptyFilter: 'Aucun envoi dans cet état.',
  showAll: 'Voir tous les envois',
  more: (left: number) => `Afficher la suite (${count(left)})`,
  exportAll: (amount: number) =>
    `Exporter ${counted(amount, 'saisie non intégrée', 'saisies non intégrées')}`,

  state: {
    pending: 'en attente d’envoi',
    failed: 'reçue, en attente de l’administrateur',
    integrated: 'intégrée',
    conflict: 'conflit',
    rejected: 'refusée',
    replaced: 'remplacée',
    'given-up': 'abandonnée',
  },
  replacedHint: 'Une saisie plus récente a pris sa place.',
  givenUpHint: `Vous y avez renoncé${NB}: elle ne sera pas envoyée.`,
  client: (code: string) => `Client ${code}`,
  prospect: 'Prospect',
  unknownName: 'n’est plus dans votre base',

  visit: (day: string) => `Visite du ${day}`,
  visitAt: (day: string, hour: string) => `Visite du ${day} à ${hour}`,
  creation: 'Nouveau prospect',
  change: 'Modification du prospect',
  deletion: 'Suppression du prospect',
  changeRequest: 'Demande de modification de la fiche',
  clientCreation: 'Passage du prospect en client',
  followUp: (day: string) => `Date de revoir${NB}: ${day}`,
  noFollowUp: 'Date de revoir effacée',
  fleet: 'Types de parc',
  settlement: 'Choix après un conflit',
  other: (code: string) => `Saisie ${code}`,
  fieldChange: (label: string, from: string, to: string) => `${label}${NB}: ${from} → ${to}`,
  nothing: 'vide',
  refused: (reason: string) => `Refusée${NB}: ${reason}`,

  correct: 'Corriger et renvoyer',
  save: 'Exporter',
  giveUp: 'Abandonner',
  mine: 'Votre valeur',
  theirs: 'Valeur actuelle',
  keepMine: 'Garder la vôtre',
  keepTheirs: 'Garder l’actuelle',
  conflictIntro: (left: number) =>
    left === 1
      ? 'Ce champ a été modifié entre-temps. Choisissez la valeur à garder.'
      : `${counted(left, 'champ a été modifié', 'champs ont été modifiés')} entre-temps. Choisissez la valeur à garder pour chacun.`,
  settled: 'Votre choix est enregistré.',
  corrected: 'La correction est enregistrée, elle part à la place de la saisie refusée.',
  givenUp: `Saisie abandonnée. Elle reste visible dans «${NB}Classées${NB}».`,
  notKept: 'La base locale n’est pas ouverte. Rien n’a été changé, rechargez la page et recommencez.',

  giveUpTitle: 'Abandonner cette saisie',
  giveUpQuestion: (title: string, name: string) =>
    `«${NB}${title}${NB}» (${name}) ne sera pas envoyée et n’entrera pas dans winpneu. Elle reste visible sur ce poste, parmi les saisies classées.`,
  cancel: 'Annuler',

  correctionTitle: 'Corriger et renvoyer',
  correctionIntro:
    'Corrigez ce qui est en rouge, puis renvoyez. La nouvelle saisie prend la place de celle-ci.',
  nothingToCorrect: 'Cette saisie n’a pas de champ à corriger. Vous pouvez la renvoyer telle quelle.',
  sendAgain: 'Renvoyer',
  sending: 'Enregistrement…',
  draftFound: 'Brouillon repris',
} as const;
