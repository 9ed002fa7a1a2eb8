/** Why an operation is refused before, or whatever, its handler says. */
export const pushMessages = {
  tooManyRows: (max: number) => `Pas plus de ${String(max)} saisies par envoi.`,
  nameInvalid: 'Cette saisie n’a pas de nom valable : elle n’a pas été enregistrée.',
  authorMismatch: 'Cette saisie a été faite par un autre utilisateur : elle n’a pas été enregistrée.',
  entityInvalid: 'Cette saisie ne dit pas à quelle fiche elle se rapporte : elle n’a pas été enregistrée.',
  createdAtInvalid:
    'L’année de la date de cette saisie n’est pas plausible : elle n’a pas été enregistrée. Vérifiez l’horloge de l’appareil, puis renvoyez-la.',
  payloadTooDeep:
    'Cette saisie est trop imbriquée : le serveur n’en a gardé que la trace. Elle reste sur votre appareil ; signalez-la à votre administrateur.',
  payloadTooWide:
    'Cette saisie contient trop d’éléments : le serveur n’en a gardé que la trace. Elle reste sur votre appareil ; raccourcissez-la et renvoyez-la.',
  quotaReached:
    'Trop de saisies de cet appareil ont été refusées aujourd’hui : celle-ci n’a pas été enregistrée. Elle reste sur votre appareil ; renvoyez-la demain.',
  payloadTooLarge:
    'Cette saisie est trop volumineuse : le serveur n’en a gardé que la trace. Elle reste sur votre appareil ; raccourcissez-la et renvoyez-la.',
  codeUnknown: 'Ce type de saisie n’est pas pris en charge par le serveur.',
  kept: 'Le serveur a reçu cette saisie mais n’a pas pu l’intégrer. Elle y est conservée, en attente de l’administrateur : vous n’avez rien à faire.',
  keptWithCause:
    'Le serveur a reçu cette saisie. Elle y est conservée et suivra celle dont elle dépend, en attente de l’administrateur : vous n’avez rien à faire.',
  closedByAdmin:
    'L’administrateur a classé cette saisie sans l’intégrer. Vous pouvez la corriger et la renvoyer.',
  fieldsChanged:
    'Une partie de cette fiche a été modifiée entre-temps : choisissez la valeur à garder pour chaque champ. Le reste est enregistré.',
  citedIsDone:
    'La saisie d’origine a été enregistrée entre-temps : celle-ci ne l’a pas été une seconde fois.',
  citedIsReplaced:
    'La saisie d’origine a déjà été corrigée et envoyée : celle-ci n’a pas été enregistrée une seconde fois.',
} as const;
