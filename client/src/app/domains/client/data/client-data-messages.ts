/** French sentences of the client data stores. */
export const CLIENT_MESSAGES = {
  visitInvalid: 'La visite contient une valeur incorrecte.',
  baseNotOpen:
    'Rien n’a été enregistré : la base locale n’est pas ouverte. Votre saisie est gardée. Rechargez la page et recommencez.',
  changeInvalid: 'Une valeur de la demande n’est pas valable : vérifiez les champs.',
} as const;
