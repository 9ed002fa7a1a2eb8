export const visitMessages = {
  payloadInvalid: 'Cette visite est illisible : elle n’a pas été enregistrée. Notez-la de nouveau.',
  clientNotYours: 'Ce client ne fait pas partie des vôtres. La visite est conservée sur votre appareil.',
  clientMoved:
    'Votre visite est enregistrée. Ce client est maintenant suivi par un autre commercial : il a quitté votre base.',
} as const;
