export const visitMessages = {
  payloadInvalid: 'Cette visite est illisible : elle n’a pas été enregistrée. Notez-la de nouveau.',
  clientNotYours: 'Ce client ne fait pas partie des vôtres. La visite est conservée sur votre appareil.',
  clientLeft:
    'Ce client n’était plus suivi par vous au moment de cette saisie : la visite n’a pas été enregistrée. Elle est conservée ; signalez-la à votre administrateur.',
  clientMoved:
    'Votre visite est enregistrée. Ce client est maintenant suivi par un autre commercial : il a quitté votre base.',
} as const;
