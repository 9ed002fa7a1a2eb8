/** Sentences of the « table de correspondance ». */
export const userMessages = {
  userWindows: 'Le nom Windows a de 1 à 60 caractères, sans tabulation ni caractère de commande.',
  cUser: 'Le code winpneu a de 1 à 4 lettres majuscules ou chiffres.',
  mail: 'Ce n’est pas une adresse mail.',
  nomAffiche: 'Le nom affiché a de 1 à 80 caractères, sans tabulation ni caractère de commande.',
  role: 'Le rôle est commercial, admin ou comptable.',
  scopeKind: 'La portée est rep, agence ou tous.',
  cAgence: 'Le code agence a de 1 à 4 lettres majuscules ou chiffres.',
  agenceMissing: 'Une agence est nécessaire pour la portée « agence ».',
  cReps: 'Un code commercial a de 1 à 4 lettres majuscules ou chiffres.',
  repMissing: 'Un commercial a besoin d’au moins un code commercial.',
  taken: (userWindows: string) => `L’utilisateur « ${userWindows} » existe déjà.`,
  lastAdmin:
    'C’est le dernier administrateur qui peut se connecter : nommez-en un autre, qui ait choisi son mot de passe, d’abord.',
  inactive: 'Cet utilisateur est désactivé : activez-le d’abord.',
  badLink:
    'Ce lien n’est plus valable : il a déjà servi, ou il a plus de 24 heures. Demandez-en un nouveau à votre administrateur.',
  csv: {
    tooLong: 'Le fichier dépasse un million de caractères.',
    empty: 'Le fichier est vide.',
    missing: (column: string) => `La colonne « ${column} » manque dans l’en-tête.`,
    unknown: (column: string) => `La colonne « ${column} » n’est pas connue.`,
    repeated: (column: string) => `La colonne « ${column} » figure deux fois dans l’en-tête.`,
    fields: (found: number, wanted: number) => `${String(found)} champs au lieu de ${String(wanted)}.`,
    unreadable: 'Cette ligne est illisible : un guillemet est ouvert et jamais fermé.',
    twice: (userWindows: string) => `« ${userWindows} » figure déjà plus haut dans le fichier.`,
  },
  reset: {
    subject: 'Tournée : choisissez votre mot de passe',
    hello: (nomAffiche: string) => `Bonjour ${nomAffiche},`,
    body: 'Pour choisir votre mot de passe, ouvrez ce lien. Il est valable 24 heures et ne sert qu’une fois :',
    userName: (userWindows: string) => `Votre nom d’utilisateur est « ${userWindows} ».`,
    ignore: 'Si vous n’attendiez pas ce message, ignorez-le : rien n’a changé.',
  },
} as const;
