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
    'Le serveur a fermé la session de cet appareil, par exemple parce qu’un administrateur l’a révoquée. Reconnectez-vous pour continuer.',
  revokedKept: (amount: number) =>
    amount === 0
      ? 'Toutes vos saisies étaient envoyées.'
      : amount === 1
        ? 'Une saisie n’est pas encore envoyée. Elle est conservée sur ce poste et partira après votre connexion.'
        : `${String(amount)}${NB}saisies ne sont pas encore envoyées. Elles sont conservées sur ce poste et partiront après votre connexion.`,
  signInAgain: 'Se reconnecter',
} as const;
