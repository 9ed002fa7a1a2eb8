/** French texts of « Mes appareils ». */
export const myDeviceMessages = {
  intro:
    'Les ordinateurs et navigateurs sur lesquels vous vous êtes connecté. Révoquez celui que vous n’avez plus, ou que vous ne reconnaissez pas.',
  loading: 'Lecture de vos appareils…',
  notLoaded: 'Vos appareils n’ont pas pu être lus.',
  retry: 'Réessayer',
} as const;
