/** Sentences of the refusals that any field may answer. They say what happened, what was kept, what to do. */
export const errorMessages = {
  unauthenticated: 'Votre session a expiré. Reconnectez-vous : vos saisies sont conservées.',
  deviceKeyMissing:
    'Cette session n’a pas été reconnue sur cet appareil. Reconnectez-vous : vos saisies sont conservées.',
  sessionRevoked: 'La session de cet appareil a été fermée. Reconnectez-vous : vos saisies sont conservées.',
  forbidden: 'Vous n’avez pas accès à cette fonction.',
  passwordChangeRequired: 'Choisissez un nouveau mot de passe avant de continuer.',
  badPage: (max: number) => `Les pages se comptent à partir de 1, avec 1 à ${String(max)} lignes.`,
  unknownId: 'Cet élément n’existe pas.',
  clientTooOld:
    'Cette version de Tournée est trop ancienne pour échanger avec le serveur. Mettez-la à jour : d’ici là, vous pouvez continuer hors ligne, vos saisies sont conservées.',
  busy: 'Cet appareil envoie plus de demandes que le serveur ne peut en traiter pour lui. Rien n’est perdu ; réessayez dans quelques secondes.',
  internal: 'Une erreur inattendue est survenue. Rien n’est perdu ; réessayez dans un instant.',
} as const;
