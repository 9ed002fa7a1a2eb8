import { count, counted } from '../domains/shared/ui/french-numbers.ts';

/** French texts of the frame around every page. Before `: ; ! ?` and inside « » stands a no-break space. */
const NB = '\u00a0';

const sendings = (amount: number) => counted(amount, 'envoi en attente', 'envois en attente');

export const shellMessages = {
  brand: 'Tournée',
  mainNavigation: 'Onglets',
  accueil: 'Accueil',
  clients: 'Clients',
  administration: 'Administration',

  search: 'Rechercher un client, une ville, un téléphone…',

  theme: 'Apparence',
  themes: { system: 'Auto', light: 'Clair', dark: 'Sombre' },

  online: (base: string) => `Connecté · ${base}`,
  offline: (base: string) => `Hors ligne · ${base}`,
  syncing: 'Synchronisation…',
  tooOldPill: (base: string) => `Mise à jour nécessaire · ${base}`,
  sendings: 'Envois',
  baseOf: (day: string, hour: string) => `bases du ${day} ${hour}`,
  noBase: 'aucune base',
  stale: 'vos bases ne sont pas à jour, merci de vous connecter pour les actualiser',
  refresh: 'Actualiser',
  checkClock: 'Vérifier',
  tooOld: (isInstalled: boolean) =>
    `Cette version de Tournée est trop ancienne pour échanger avec le serveur. Vos saisies sont toutes gardées sur ce poste et vous pouvez continuer à travailler${NB}; pour les envoyer, ${isInstalled ? 'installez la nouvelle version (demandez-la à votre administrateur).' : 'rechargez la nouvelle version dès qu’elle est proposée.'}`,
  notices: (amount: number) =>
    `Le serveur a ${counted(amount, 'remarque', 'remarques')} sur vos envois intégrés.`,
  seeSendings: 'Voir les envois',
  understood: 'Compris',
  pending: sendings,
  open: (amount: number) => counted(amount, 'saisie à revoir', 'saisies à revoir'),
  updateReady: 'Une nouvelle version est prête.',
  update: 'Recharger',

  userMenu: 'Compte de',
  myDevices: 'Mes appareils',
  signOut: 'Se déconnecter',
  signOutTitle: 'Se déconnecter de ce poste',
  signOutClear: 'Toutes vos saisies sont envoyées.',
  signOutPending: (amount: number) =>
    amount < 2
      ? `Une saisie n’est pas encore envoyée. Elle reste sur ce poste et partira à votre prochaine connexion.`
      : `${count(amount)}${NB}saisies ne sont pas encore envoyées. Elles restent sur ce poste et partiront à votre prochaine connexion.`,
  signOutOffline: `Vous êtes hors ligne${NB}: il faudra une connexion pour ouvrir une nouvelle session.`,
  cancel: 'Annuler',

  starting: 'Ouverture de votre base…',
  firstSync: 'Première synchronisation',
  firstSyncIntro: 'Votre base est copiée sur ce poste. Ensuite, tout fonctionne aussi sans connexion.',
  firstSyncCount: (received: number, total: number) =>
    `${count(received)} documents reçus sur ${count(total)}`,
  firstSyncWaiting: 'En attente du serveur…',
  firstSyncStopped: `La synchronisation est interrompue${NB}: le serveur ne répond pas.`,
  firstSyncKept: (received: number) =>
    received === 0
      ? 'Vérifiez votre connexion, puis réessayez.'
      : `Ce qui est déjà reçu est conservé${NB}; elle reprendra où elle s’est arrêtée. Vérifiez votre connexion, puis réessayez.`,
  retry: 'Réessayer',
} as const;
