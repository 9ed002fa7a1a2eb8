import { count } from '../../shared/ui/french-numbers.ts';

/** French texts of the pages one sees before the app opens. Before `: ; ! ?` and inside « » stands a no-break space. */
const NB = '\u00a0';

export const sessionMessages = {
  brand: 'Tournée',

  signInTitle: 'Connexion',
  signInIntro: 'Vos clients et vos visites, même sans connexion.',
  userName: 'Identifiant',
  userNameHint: 'Celui de votre session Windows.',
  password: 'Mot de passe',
  signIn: 'Se connecter',
  signingIn: 'Connexion…',
  userNameMissing: 'Saisissez votre identifiant.',
  passwordMissing: 'Saisissez votre mot de passe.',
  hub: (address: string) => `Serveur${NB}: ${address}`,
  failed: 'Une erreur inattendue est survenue. Réessayez.',

  passwordTitle: 'Choisissez votre mot de passe',
  passwordIntro:
    'Le mot de passe que vous avez reçu ne sert qu’une fois. Choisissez le vôtre pour continuer.',
  currentPassword: 'Mot de passe reçu',
  nextPassword: 'Nouveau mot de passe',
  repeatPassword: 'Nouveau mot de passe, une seconde fois',
  repeatDiffers: 'Les deux saisies du nouveau mot de passe diffèrent.',
  change: 'Changer le mot de passe',
  changing: 'Changement…',
  signOut: 'Se déconnecter',

  forgotten: `Mot de passe oublié${NB}? Demandez un lien à votre administrateur${NB}: vous le recevrez par mail.`,

  resetTitle: 'Choisissez votre mot de passe',
  resetIntro: 'Il remplace l’ancien. Vos appareils vous demanderont de vous reconnecter.',
  showPasswords: 'Afficher les mots de passe',
  newPasswordMissing: 'Saisissez votre nouveau mot de passe.',
  repeatMissing: 'Saisissez votre nouveau mot de passe une seconde fois.',
  rules: 'Un bon mot de passe',
  ruleLength: (least: number) => `au moins ${String(least)}${NB}caractères`,
  ruleGuess: `difficile à deviner${NB}: ni suite, ni mot courant`,
  ruleName: 'sans votre identifiant',
  ruleMet: 'respecté',
  passwordTooShort: (least: number) =>
    `Le mot de passe doit compter au moins ${String(least)}${NB}caractères.`,
  passwordTooLong: (most: number) => `Le mot de passe ne peut pas dépasser ${String(most)}${NB}caractères.`,
  passwordTrivial: 'Ce mot de passe est trop facile à deviner. Choisissez-en un autre.',
  resetPassword: 'Enregistrer le mot de passe',
  resetting: 'Enregistrement…',
  resetDoneTitle: 'Mot de passe enregistré',
  resetDone: 'Connectez-vous avec votre nouveau mot de passe. Le lien du mail ne sert plus.',
  badLinkTitle: 'Lien périmé',
  noLinkTitle: 'Ouvrez le lien de votre mail',
  noLink: `Cette page s’ouvre par le lien du mail${NB}: ouvrez-le à nouveau. S’il a plus de 24${NB}heures ou s’il a déjà servi, demandez-en un autre à votre administrateur.`,
  toSignIn: 'Se connecter',

  revokedTitle: 'Cet appareil a été déconnecté',
  revokedIntro:
    'Le serveur a fermé la session de cet appareil, par exemple parce qu’un administrateur l’a révoquée ou a désactivé votre compte. La base de ce poste a été effacée.',
  nothingUnsent: 'Toutes vos saisies étaient envoyées.',
  handingOver: (amount: number) =>
    amount === 1
      ? 'Une saisie n’était pas envoyée. Elle est en cours de remise à l’administrateur…'
      : `${count(amount)}${NB}saisies n’étaient pas envoyées. Elles sont en cours de remise à l’administrateur…`,
  handedOver: (amount: number) =>
    amount === 1
      ? 'Une saisie n’était pas envoyée. Elle est remise à l’administrateur, qui peut la lire.'
      : `${count(amount)}${NB}saisies n’étaient pas envoyées. Elles sont remises à l’administrateur, qui peut les lire.`,
  notHandedOver: (amount: number) =>
    amount === 1
      ? 'Une saisie n’a pas pu être remise au serveur, qui ne répond pas. Elle est conservée sur ce poste et sera remise dès que possible.'
      : `${count(amount)}${NB}saisies n’ont pas pu être remises au serveur, qui ne répond pas. Elles sont conservées sur ce poste et seront remises dès que possible.`,
  declined: (amount: number) =>
    amount === 1
      ? 'Le serveur n’a pas repris une saisie. Elle est conservée sur ce poste et partira si vous vous reconnectez.'
      : `Le serveur n’a pas repris ${count(amount)}${NB}saisies. Elles sont conservées sur ce poste et partiront si vous vous reconnectez.`,
  exportUnsent: 'Exporter mes saisies',
  retryHandOver: 'Réessayer',
  signInAgain: 'Se reconnecter',
} as const;
