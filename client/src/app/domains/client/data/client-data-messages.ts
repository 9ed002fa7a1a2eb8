/** French sentences of the client data stores. */
export const CLIENT_MESSAGES = {
  visitInvalid: 'La visite contient une valeur incorrecte.',
  baseNotOpen:
    'La visite n’a pas été enregistrée : la base locale n’est pas ouverte. Votre saisie est gardée. Rechargez la page et recommencez.',
} as const;
