import { counted } from '../../shared/ui/french-numbers.ts';

/** French texts of « Appareils » and of the quarantine. */
const NB = '\u00a0';

export const adminDeviceMessages = {
  caption: 'Appareils de tous les utilisateurs',
  searchIn: 'Appareil ou utilisateur',
  empty: 'Personne ne s’est encore connecté.',
  counted: (total: number) => counted(total, 'appareil', 'appareils'),
  inUse: 'En service',
  out: 'Révoqués ou déconnectés',
  sendings: 'Saisies',
  withUnsent: 'Non envoyées',
  ofOneUser: 'Un seul utilisateur',
  everybody: 'Tous les utilisateurs',
  quarantine: 'Quarantaine',
} as const;

export const quarantineMessages = {
  caption: 'Saisies en quarantaine',
  intro: `Saisies que des appareils révoqués n’avaient pas encore envoyées. Elles sont gardées pour être lues, et ne sont jamais intégrées d’elles-mêmes${NB}: ce qui compte encore est à ressaisir.`,
  empty: 'La quarantaine est vide.',
  counted: (total: number) => counted(total, 'saisie en quarantaine', 'saisies en quarantaine'),
  back: 'Appareils',
  received: 'Reçue le',
  what: 'Saisie',
  about: 'Concerne',
  device: 'Appareil',
  author: 'Utilisateur',
  said: 'Saisie le',
  name: 'Nom',
  cites: 'Remplace',
  title: (what: string, about: string) => `${what} · ${about}`,
  close: 'Fermer',
} as const;
