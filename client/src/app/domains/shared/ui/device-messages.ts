import { counted } from './french-numbers.ts';

/** French texts about devices, for their users and for administrators. */
const NB = '\u00a0';

const REASONS: Readonly<Record<string, string>> = {
  'signed-out': 'déconnecté par l’utilisateur',
  'token-reused': 'jeton présenté deux fois (session sans doute copiée)',
  'password-changed': 'mot de passe changé',
  'user-deactivated': 'utilisateur désactivé',
  'revoked-by-user': 'révoqué par l’utilisateur',
  'revoked-by-admin': 'révoqué par un administrateur',
};

export const deviceMessages = {
  name: 'Appareil',
  user: 'Utilisateur',
  lastSeen: 'Dernier contact',
  version: 'Version',
  documents: 'Documents',
  unsent: 'Non envoyées',
  oldestUnsent: 'Depuis le',
  state: 'État',
  actions: 'Actions',
  inUse: 'En service',
  revoked: 'Révoqué',
  signedOut: 'Déconnecté',
  current: 'cet appareil',
  stray: 'Jeton copié',
  strayToken: (moment: string) =>
    `Le ${moment}, la session de cet appareil a été présentée sans sa clé${NB}: refusée, l’appareil n’est pas touché. Si personne n’a restauré ce poste, révoquez l’appareil et changez le mot de passe.`,
  unknown: '–',
  reasonOf: (reason: string | null): string => REASONS[reason ?? ''] ?? '',
  revokedOn: (moment: string, reason: string) => (reason === '' ? moment : `${moment}, ${reason}`),

  cancel: 'Annuler',
  revoke: 'Révoquer',
  revokeNamed: (name: string) => `Révoquer ${name}`,
  revokeTitle: (name: string) => `Révoquer «${NB}${name}${NB}»${NB}?`,
  revokeOut: 'À son prochain contact avec le serveur, cet appareil sera refusé et sa base locale effacée.',
  revokeUnsent: (amount: number) =>
    amount === 0
      ? 'Ce qui n’y serait pas encore envoyé sera d’abord mis en quarantaine sur le serveur, où un administrateur peut le lire.'
      : `${counted(amount, 'saisie non envoyée sera d’abord mise', 'saisies non envoyées seront d’abord mises')} en quarantaine sur le serveur, où un administrateur peut les lire.`,
  revokeCurrent: `C’est l’appareil que vous utilisez${NB}: vous serez déconnecté aussitôt.`,
  revokeAgain: 'Pour s’en servir de nouveau, il faudra s’y reconnecter.',
  revokedWords: (name: string) => `«${NB}${name}${NB}» est révoqué.`,
} as const;
