import { count, counted } from '../../shared/ui/french-numbers.ts';

/** French texts of « Erreurs d’intégration ». Before `: ; ! ?` and inside « » stands a no-break space. */
const NB = '\u00a0';

export const integrationErrorMessages = {
  caption: 'Saisies refusées ou en échec',
  searchIn: 'Nom de la saisie, client ou code',
  empty: 'Aucune erreur d’intégration.',
  counted: (total: number) => counted(total, 'erreur', 'erreurs'),
  states: { open: 'À traiter', resolved: 'Intégrée', closed: 'Close' },
  tones: { open: 'bad', resolved: 'ok', closed: '' },

  state: 'État',
  kind: 'Type',
  about: 'Client ou prospect',
  author: 'Auteur',
  reason: 'Motif',
  tries: 'Essais',
  lastTry: 'Dernier essai',
  said: 'Saisie le',
  firstTry: 'Premier essai',
  name: 'Nom de la saisie',
  code: 'Code du motif',

  back: 'Erreurs d’intégration',
  unknown: 'Cette erreur n’existe pas, ou n’existe plus.',
  refused: 'Refusée',
  content: 'Contenu de la saisie',
  corrected: 'modifié',
  history: 'Historique',
  facts: 'Repères',

  replay: 'Rejouer',
  replayCorrected: 'Rejouer avec les corrections',
  replaying: 'Rejeu en cours…',
  reset: 'Annuler les corrections',
  replayed: 'La saisie est intégrée.',
  refusedAgain: `La saisie est de nouveau refusée${NB}: le motif est indiqué.`,
  note: 'Clore sans intégrer',
  noteLabel: 'Pourquoi',
  noteHint: 'La saisie ne sera pas intégrée. Elle reste lisible ici, et l’erreur peut être rouverte.',
  close: 'Clore',
  closedWords: 'L’erreur est close.',
  reopen: 'Rouvrir',
  reopenedWords: 'L’erreur est rouverte.',
  leaveTitle: `Quitter sans rejouer${NB}?`,
  leaveLines: ['Les corrections que vous avez saisies seront perdues. La saisie d’origine reste.'],
  leaveYes: 'Quitter',
  leaveNo: 'Rester',

  events: {
    refused: 'Refusée par le serveur',
    failed: 'Échec du serveur',
    replayFailed: 'Rejouée sans succès',
    integrated: 'Intégrée',
    closed: 'Close',
    reopened: 'Rouverte',
  },
  byDevice: 'appareil',
  withPayload: 'contenu corrigé',
  triesOf: (amount: number) => count(amount),
} as const;
