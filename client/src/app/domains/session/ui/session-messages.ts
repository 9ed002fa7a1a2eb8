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
