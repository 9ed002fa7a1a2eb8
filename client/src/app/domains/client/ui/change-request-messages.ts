import { counted } from '../../shared/ui/french-numbers.ts';

/** Every French text of « Demande de modification ». Inside « » stands a no-break space. */
const NB = '\u00a0';

export const changeRequestMessages = {
  button: 'Demande de modification',
  title: (name: string) => `Demande de modification — ${name}`,
  searchField: 'Chercher un champ',
  fields: 'Champs de la fiche',
  today: 'Aujourd’hui dans winpneu',
  asked: 'Demandé',
  remove: 'Retirer',
  removeField: (field: string) => `Retirer ${field}`,
  empty: 'vide',
  keepCode: (code: string) => code,
  none: '(aucun)',
  nothing: 'Cochez à gauche les champs à modifier.',
  mail: 'Mail à la comptabilité',
  mailObject: (code: string, name: string) => `[Modification Client] ${code} ${name}`,
  mailBody: (user: string, code: string, name: string) =>
    `${user} a demandé la modification du client ${code} ${name}, il rapporte les changements suivants${NB}:`,
  mailLine: (label: string, from: string, to: string) =>
    `${label}${NB}: «${NB}${from}${NB}» remplacé par «${NB}${to}${NB}»`,
  toCorrect: (label: string) => `${label}${NB}: à corriger avant l’envoi`,
  chosen: (amount: number) => counted(amount, 'champ choisi', 'champs choisis'),
  wrong: (amount: number) => `${String(amount)} à corriger`,
  offline: 'Le mail partira du serveur dès que la connexion revient.',
  online: 'Le mail part du serveur.',
  close: 'Fermer',
  send: 'Envoyer la demande',
  sent: 'Demande enregistrée. La comptabilité la reçoit par mail.',
  sentOffline: 'Demande enregistrée. Elle partira dès que la connexion revient.',
  notKept: 'La demande n’a pas pu être gardée sur ce poste. Réessayez.',
  pending: (day: string, fields: string) =>
    `${fields}${NB}: demandé le ${day}, en attente de la comptabilité`,
} as const;
