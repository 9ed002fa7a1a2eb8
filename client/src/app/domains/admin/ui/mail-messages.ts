import { counted } from '../../shared/ui/french-numbers.ts';

/** French texts of « Mails ». Before `: ; ! ?` and inside « » stands a no-break space. */
const NB = '\u00a0';

const KINDS: Readonly<Record<string, string>> = {
  'client-change-request': 'Demande de modification',
  'client-creation-request': 'Création de client',
  'password-reset': 'Choix du mot de passe',
  trouble: 'Incident',
};

export const mailMessages = {
  caption: 'Mails envoyés et à envoyer',
  searchIn: 'Objet, destinataire, expéditeur ou cause',
  empty: 'Aucun mail.',
  counted: (total: number) => counted(total, 'mail', 'mails'),
  kinds: KINDS,
  kindOf: (kind: string): string => KINDS[kind] ?? kind,
  statuses: {
    queued: 'En attente',
    sending: 'Envoi en cours',
    sent: 'Envoyé',
    failed: 'Échec',
    uncertain: 'Incertain',
  },
  tones: { queued: 'warn', sending: 'accent', sent: 'ok', failed: 'bad', uncertain: 'bad' },

  status: 'État',
  kind: 'Type',
  subject: 'Objet',
  recipient: 'Destinataire',
  sender: 'Expéditeur',
  created: 'Créé le',
  sentAt: 'Envoyé le',
  tries: 'Essais',
  nextTry: 'Prochain essai',
  lastError: 'Dernière erreur',
  response: 'Réponse du serveur',
  cause: 'Cause',
  recipients: 'Tous les destinataires',
  hub: 'Le serveur Tournée',
  none: '–',

  back: 'Mails',
  unknown: 'Ce mail n’existe pas, ou n’existe plus.',
  noSubject: '(sans objet)',
  body: 'Contenu',
  html: 'Mis en forme',
  text: 'Texte seul',
  linkHidden: `Un lien qui ouvre un compte n’est pas montré ici${NB}: il n’est lisible que dans le mail reçu.`,
  retry: 'Renvoyer',
  retrying: 'Remise en file…',
  retried: 'Le mail est remis en file d’attente.',
  uncertainTitle: `Renvoyer un mail dont l’envoi est incertain${NB}?`,
  uncertainLines: [
    'Le serveur de mail n’a pas confirmé, mais il l’a peut-être transmis.',
    'S’il est déjà arrivé, le destinataire le recevra deux fois.',
  ],
  uncertainHint: 'Il est peut-être arrivé. Il n’est jamais renvoyé tout seul.',
} as const;
