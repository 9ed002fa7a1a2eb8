/** What a rep reads about an operation on a prospect. */
export const prospectMessages = {
  payloadInvalid: 'Cette saisie est illisible : elle n’a pas été enregistrée. Faites-la de nouveau.',
  entityInvalid: 'Cette saisie ne dit pas à quel prospect elle se rapporte : elle n’a pas été enregistrée.',
  notYours:
    'Ce prospect ne fait pas partie des vôtres, ou le serveur ne le connaît pas encore. Votre saisie est conservée sur votre appareil.',
  creationRefused: (cause: string) =>
    `La création de ce prospect a été refusée, et cette saisie avec elle. Corrigez d’abord la création : ${cause}`,
  deleted: 'Ce prospect a été supprimé entre-temps : la modification n’a pas été enregistrée.',
  deletedVisit: 'Votre visite est enregistrée. Ce prospect a été supprimé entre-temps.',
  notYoursToDelete: 'Ce prospect est maintenant suivi par un autre commercial : il n’a pas été supprimé.',
  moved:
    'Ce prospect n’était plus suivi par vous au moment de cette saisie : elle n’a pas été enregistrée. Elle est conservée ; signalez-la à votre administrateur.',
  attachmentNotYours:
    'Seuls le commercial qui suit ce prospect et les administrateurs changent son rattachement : il n’a pas été changé.',
  attachmentLeft:
    'Vos modifications sont enregistrées, sauf le rattachement : seuls le commercial qui suit ce prospect et les administrateurs le changent.',
  movedVisit:
    'Votre visite est enregistrée. Ce prospect est maintenant suivi par un autre commercial : il a quitté votre base.',
  movedChange:
    'Ce prospect est maintenant suivi par un autre commercial. Vos modifications sont enregistrées, sauf là où la fiche a changé entre-temps.',
  attachedElsewhere: 'Ce prospect est rattaché à un autre commercial : il n’apparaît pas dans votre base.',
  samePhone: (names: readonly string[]) =>
    `Même numéro de téléphone dans votre base : ${names.join(', ')}. Vérifiez qu’il ne s’agit pas d’un doublon.`,
} as const;
