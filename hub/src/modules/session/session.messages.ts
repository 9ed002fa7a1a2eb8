/** What a person reads when signing in or changing a password. */
export const sessionMessages = {
  badCredentials: 'Nom d’utilisateur ou mot de passe incorrect.',
  badCurrentPassword: 'Le mot de passe actuel est incorrect.',
  deactivated: 'Ce compte est désactivé. Adressez-vous à votre administrateur.',
  tooManyAttempts: (minutes: number) =>
    minutes <= 1
      ? 'Trop d’essais infructueux. Réessayez dans une minute.'
      : `Trop d’essais infructueux. Réessayez dans ${String(minutes)} minutes.`,
  passwordTooShort: (length: number) => `Le mot de passe doit compter au moins ${String(length)} caractères.`,
  passwordTooLong: (length: number) => `Le mot de passe ne peut pas dépasser ${String(length)} caractères.`,
  passwordIsName: 'Le mot de passe ne doit pas contenir le nom d’utilisateur.',
  passwordTrivial: 'Ce mot de passe est trop facile à deviner. Choisissez-en un autre.',
  passwordUnchanged: 'Le nouveau mot de passe doit être différent de l’actuel.',
} as const;
