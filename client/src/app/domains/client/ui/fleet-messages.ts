/** Every French text of « Type de parc ». */
export const fleetMessages = {
  title: (name: string) => `Type de parc — ${name}`,
  hint: 'Nombre de véhicules par type. Un champ vide compte pour zéro.',
  former: 'ancien type',
  label: 'Parc',
  edit: 'modifier',
  none: 'non renseigné',
  close: 'Fermer',
  save: 'Enregistrer',
  saved: 'Parc enregistré.',
  wrong: 'Un nombre de véhicules va de 0 à 99 999.',
  notSaved: 'Le parc n’a pas pu être gardé sur ce poste. Réessayez.',
} as const;
