/** French sentences of the shared data stores: what happened, what was kept, what to do. */
export const SHARED_MESSAGES = {
  hubUnreachable: 'Le serveur Tournée ne répond pas. Vérifiez votre connexion, puis recommencez.',
  notTheHub:
    'Le réseau a répondu à la place du serveur Tournée. S’il demande une connexion (hôtel, Wi-Fi public), ouvrez d’abord sa page d’accueil.',
  portal:
    'Le réseau répond à la place du serveur Tournée : il demande sans doute une connexion (hôtel, Wi-Fi public). Vos saisies sont gardées.',
  lineCut:
    'Le serveur Tournée répond, mais la connexion est coupée avant la fin de ses réponses. Ce qui est reçu et vos saisies sont gardés ; Tournée réessaie de lui-même.',
  hubFault: (code: string): string =>
    `Le serveur Tournée a répondu une erreur (${code}). Vos saisies sont gardées et repartiront d’elles-mêmes.`,
  tooOld:
    'Cette version de Tournée est trop ancienne pour échanger avec le serveur. Mettez-la à jour pour envoyer vos saisies : elles sont toutes gardées sur ce poste, et vous pouvez continuer à travailler.',
  baseNotOpened:
    'La base locale n’a pas pu être ouverte. Vos saisies ne sont pas perdues. Fermez les autres fenêtres de Tournée et rechargez la page.',
} as const;
