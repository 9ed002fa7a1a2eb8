/**
 * Texts of the mails. Objects and bodies of the first three are the customer's, letter for letter (« Notifications par
 * mail »): straight apostrophes and single blanks inside the guillemets are his.
 */
export const mailMessages = {
  notWritten: {
    subject: 'Mail qui n’a pas pu être rédigé',
    body: 'Ce mail n’a pas pu être rédigé. Ce qui l’a causé est enregistré ; prévenez son destinataire autrement.',
    failure: 'Le texte de ce mail n’a pas pu être composé. Vérifiez les paramètres de mail.',
  },
  clientCreationRequested: {
    subject: (nomClient: string) => `[Création Client] ${nomClient}`,
    body: 'Un nouveau client est en attente de validation, accédez à sa fiche en cliquant sur le lien suivant :',
  },
  clientCreated: {
    subject: (codeClient: string, nomClient: string) => `[Création Client] ${codeClient} ${nomClient}`,
    body: (codeClient: string, nomClient: string) =>
      `Le client ${codeClient} ${nomClient} vient d'être validé et créé dans winpro. Il sera disponible dans le CRM à la prochaine actualisation, la facturation winpro est déjà possible.`,
  },
  clientChangeRequested: {
    subject: (codeClient: string, nomClient: string) => `[Modification Client] ${codeClient} ${nomClient}`,
    body: (user: string, codeClient: string, nomClient: string) =>
      `${user} a demandé la modification du client ${codeClient} ${nomClient}, il rapporte les changements suivants :`,
    change: (label: string, from: string, to: string) =>
      `Champ ${label} : « ${from} » remplacé par « ${to} »`,
    empty: '(vide)',
  },
  trouble: {
    subject: (title: string) => `[Tournée] ${title}`,
    footer:
      'Ce message est envoyé automatiquement par Tournée aux adresses de notification d’erreurs, au plus une fois par heure pour un même problème.',
  },
  sender: { system: 'Tournée' },
  troubles: {
    refused: {
      title: 'Un mail n’a pas pu être envoyé',
      body: (subject: string) => `Le mail « ${subject} » a été refusé définitivement.`,
      advice:
        'Il est conservé dans l’espace administrateur, rubrique « Mails » : corrigez la cause, puis renvoyez-le.',
    },
    uncertain: {
      title: 'L’arrivée d’un mail n’est pas certaine',
      body: (count: number) =>
        count === 1
          ? 'Le serveur de messagerie ou Tournée s’est arrêté au moment précis où un mail était remis : il est peut-être arrivé.'
          : `Le serveur de messagerie ou Tournée s’est arrêté au moment précis où ${String(count)} mails étaient remis : ils sont peut-être arrivés.`,
      advice:
        'Pour ne pas l’envoyer deux fois, Tournée ne le renvoie pas de lui-même. Vérifiez auprès du destinataire, puis renvoyez-le au besoin depuis la rubrique « Mails » de l’espace administrateur.',
    },
  },
  errors: {
    noRecipient:
      'Aucune adresse de destinataire n’était réglée pour ce mail : renseignez-la dans « Réglages », puis renvoyez-le.',
    noSender:
      'Ce mail n’a pas d’expéditeur : réglez l’adresse d’expédition dans les paramètres de messagerie.',
    unreachable: (server: string, detail: string) =>
      `Le serveur de messagerie « ${server} » ne répond pas : ${detail}`,
    login: (server: string, user: string, detail: string) =>
      `Le serveur de messagerie « ${server} » refuse l’identification de « ${user} » : ${detail}`,
    encryption: (server: string, detail: string) =>
      `La connexion chiffrée avec le serveur de messagerie « ${server} » a échoué : ${detail}`,
    sender: (detail: string) =>
      `Le serveur refuse l’expéditeur : ${detail}. S’il n’accepte que ses propres adresses, réglez « Expéditeur imposé ».`,
    recipient: (detail: string) => `Le serveur refuse le destinataire : ${detail}`,
    message: (detail: string) => `Le serveur refuse le message : ${detail}`,
    other: (server: string, detail: string) => `Le serveur de messagerie « ${server} » a répondu : ${detail}`,
    interrupted: (detail: string) =>
      `La connexion s’est interrompue juste après la remise du message : ${detail}`,
    abandoned: 'Tournée s’est arrêté juste après la remise du message.',
    givenUp: (tries: number, detail: string) =>
      `Abandonné après ${String(tries)} essais. Dernière erreur : ${detail}`,
    file: (detail: string) => `Le fichier du mail n’a pas pu être écrit : ${detail}`,
  },
} as const;
