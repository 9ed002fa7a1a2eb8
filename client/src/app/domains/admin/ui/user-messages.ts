import { count, counted } from '../../shared/ui/french-numbers.ts';

/** French texts of « Utilisateurs ». Before `: ; ! ?` and inside « » stands a no-break space. */
const NB = '\u00a0';

export const userMessages = {
  caption: 'Table de correspondance',
  searchIn: 'Nom, identifiant, mail ou code',
  empty: 'Aucun utilisateur.',
  counted: (total: number) => counted(total, 'utilisateur', 'utilisateurs'),
  add: 'Nouvel utilisateur',
  import: 'Importer…',
  export: 'Exporter',

  name: 'Nom affiché',
  userWindows: 'Identifiant Windows',
  columns: { userWindows: 'Identifiant', cUser: 'Code', mail: 'Mail', reps: 'Codes com.' },
  cUser: 'Code winpneu',
  mail: 'Adresse mail',
  role: 'Rôle',
  reps: 'Codes commerciaux',
  agency: 'Agence',
  scope: 'Portée',
  state: 'État',
  lastSeen: 'Dernier contact',
  roles: { commercial: 'Commercial', admin: 'Administrateur', comptable: 'Comptable' },
  scopes: {
    rep: 'Ses clients (codes commerciaux)',
    agence: 'Les clients de son agence',
    tous: 'Tous les clients',
  },
  shortScopes: { rep: 'ses clients', agence: 'agence', tous: 'tous' },
  active: 'Actif',
  inactive: 'Désactivé',
  actives: 'Actifs',
  inactives: 'Désactivés',
  locked: 'Bloqué',
  signInLocked: (until: string) =>
    `Trop de mots de passe faux${NB}: la connexion est bloquée jusqu’au ${until} pour l’adresse d’où ils viennent. Les appareils connus de cet utilisateur ne le sont que par leurs propres essais.`,
  liftLock: 'Lever le blocage',
  lockLifted: (name: string) => `${name} peut de nouveau se connecter.`,
  never: 'jamais',

  newTitle: 'Nouvel utilisateur',
  userWindowsHint: 'Celui qu’il tape pour se connecter.',
  cUserHint: 'De 1 à 4 lettres ou chiffres.',
  repsHint: 'Séparés par une virgule.',
  agencyHint: `Nécessaire pour la portée «${NB}agence${NB}».`,
  newHint:
    'Un mail avec un lien pour choisir son mot de passe sera mis en file d’attente. Le lien est valable 24 heures.',
  save: 'Enregistrer',
  create: 'Créer et envoyer le lien',
  saving: 'Enregistrement…',
  sendLink: 'Envoyer un lien de réinitialisation',
  deactivate: 'Désactiver',
  activate: 'Réactiver',
  devices: (amount: number) => counted(amount, 'appareil en service', 'appareils en service'),
  facts: (created: string, seen: string) => `Créé le ${created} · dernier contact${NB}: ${seen}`,
  mustChange: 'Doit choisir un mot de passe à la prochaine connexion.',

  added: (name: string, mail: string) =>
    `${name} est ajouté. Le mail avec son lien est en file d’attente pour ${mail}${NB}: son envoi se suit dans «${NB}Mails${NB}».`,
  saved: (name: string) => `${name}${NB}: modifications enregistrées.`,
  linkQueued: (mail: string) =>
    `Le mail avec le lien est en file d’attente pour ${mail}${NB}: son envoi se suit dans «${NB}Mails${NB}». Le lien est valable 24 heures.`,
  seeMails: 'Voir les mails',
  activated: (name: string) => `${name} peut de nouveau se connecter.`,
  deactivated: (name: string) => `${name} ne peut plus se connecter.`,

  deactivateTitle: (name: string) => `Désactiver ${name}${NB}?`,
  deactivateLines: [
    'Ses appareils seront refusés à leur prochain contact, et leur base effacée.',
    'Ce qu’il n’a pas encore envoyé sera mis en quarantaine sur le serveur, où vous pourrez le lire. Ses saisies déjà intégrées restent.',
  ],
  linkTitle: (name: string) => `Envoyer un lien à ${name}${NB}?`,
  linkLines: (mail: string) => [
    `Un lien pour choisir un nouveau mot de passe sera envoyé à ${mail}. Son mot de passe actuel sert jusqu’à ce qu’il en choisisse un autre.`,
  ],
  linkYes: 'Envoyer',
  leaveTitle: `Fermer sans enregistrer${NB}?`,
  leaveLines: ['Ce que vous avez saisi dans cette fiche sera perdu.'],
  leaveYes: 'Fermer sans enregistrer',
  leaveNo: 'Continuer la saisie',
} as const;

const lines = (amount: number) => counted(amount, 'ligne', 'lignes');

export const userImportMessages = {
  title: 'Importer la table de correspondance',
  intro: `Fichier CSV, séparateur point-virgule, avec l’en-tête de l’export${NB}:`,
  header: 'user_windows;c_user;mail;nom_affiche;role;c_rep;scope_kind;c_agence',
  choose: 'Choisir un fichier',
  chosen: (name: string) => `Fichier${NB}: ${name}`,
  checking: 'Vérification du fichier…',
  plan: (added: number, updated: number, unchanged: number) =>
    `À l’import${NB}: ${count(added)} à ajouter, ${count(updated)} à modifier, ${lines(unchanged)} sans changement.`,
  done: (added: number, updated: number, unchanged: number) =>
    `Import terminé${NB}: ${counted(added, 'ajouté', 'ajoutés')}, ${counted(updated, 'modifié', 'modifiés')}, ${lines(unchanged)} sans changement.`,
  links: `Pour chaque nouvel utilisateur, un mail avec un lien pour choisir son mot de passe est mis en file d’attente${NB}: les envois se suivent dans «${NB}Mails${NB}».`,
  noFaults: 'Aucune ligne refusée.',
  faults: (amount: number) =>
    amount < 2
      ? '1 ligne refusée, les autres sont prises'
      : `${count(amount)} lignes refusées, les autres sont prises`,
  line: 'Ligne',
  column: 'Colonne',
  reason: 'Motif',
  run: 'Importer',
  running: 'Import en cours…',
  close: 'Fermer',
} as const;
