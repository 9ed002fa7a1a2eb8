export const clientCreationMessages = {
  deleted: 'Ce prospect a été supprimé : il ne peut plus devenir client.',
  moved:
    'Ce prospect est maintenant suivi par un autre commercial : votre demande n’a pas été enregistrée. Elle est conservée sur votre appareil.',
  pending: 'Une demande de création de client est déjà en attente pour ce prospect.',
} as const;
