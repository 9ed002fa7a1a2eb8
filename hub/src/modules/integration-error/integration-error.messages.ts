export const integrationErrorMessages = {
  hubFault: 'Le serveur n’a pas pu intégrer cette saisie. L’appareil la garde et la renverra.',
  noteMissing: 'Dites en quelques mots pourquoi cette erreur est close.',
  noteTooLong: 'La note dépasse 1000 caractères.',
  notOpen: 'Cette saisie est déjà intégrée ou close.',
  disowned:
    'Cette saisie ne peut pas être rejouée : son nom n’est pas valable, ou n’est pas celui de son auteur. Faites-la ressaisir, puis fermez l’erreur.',
  sentAs: (name: string) => `Envoyée sous le nom ${name}.`,
  notClosed: 'Cette erreur n’est pas close.',
  replaced: 'L’auteur a déjà renvoyé cette saisie, corrigée : elle ne peut plus être rejouée.',
  authorGone: 'L’auteur de cette saisie n’existe plus.',
  replacedBy: (name: string) => `Remplacée par ${name}.`,
  payloadNotKept:
    'Le contenu de cette saisie n’a pas été gardé : elle ne peut être rejouée qu’avec un nouveau contenu.',
  payloadTooLarge: 'Ce contenu est trop volumineux pour être enregistré.',
  quota: {
    title: 'Un appareil envoie trop de saisies refusées',
    happened: (nomAffiche: string) =>
      `Un appareil de ${nomAffiche} a dépassé ce qui peut être refusé ou mis en quarantaine en un jour.`,
    kept: 'Ses saisies en règle continuent d’être intégrées. Celles qui sont refusées restent sur l’appareil et ne sont plus gardées ici jusqu’à demain.',
    advice:
      'Voyez ses erreurs d’intégration et ses appareils dans l’espace administrateur ; révoquez l’appareil s’il a été volé.',
  },
  trouble: {
    title: 'Une saisie n’a pas été intégrée',
    happened: (name: string) => `La saisie ${name} n’a pas été intégrée.`,
    reason: (code: string, field: string | null) =>
      field === null ? `Motif : ${code}.` : `Motif : ${code} (champ « ${field} »).`,
    kept: 'Elle est conservée, sur l’appareil et sur le serveur.',
    advice:
      'Elle peut être corrigée et rejouée dans l’espace administrateur, rubrique « Erreurs d’intégration ».',
  },
} as const;
