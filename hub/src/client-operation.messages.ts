/** Why an operation about a client is refused, whatever it asks for. */
export const clientOperationMessages = {
  clientNotYours: 'Ce client ne fait pas partie des vôtres. La saisie est conservée sur votre appareil.',
  payloadInvalid: 'Cette saisie est illisible : elle n’a pas été enregistrée. Faites-la de nouveau.',
  clientLeft:
    'Ce client n’était plus suivi par vous au moment de cette saisie : elle n’a pas été enregistrée. Elle est conservée ; signalez-la à votre administrateur.',
  clientMoved: 'Ce client n’est plus suivi par vous. Votre saisie a été enregistrée.',
} as const;
