/** What the shell says to the user, in French. */
export const messages = {
  applicationName: 'Tournée',
  sender: 'Cette page n’a pas accès à cette fonction.',
  payload: 'La demande de l’application n’est pas valable.',
  fault:
    'Le poste n’a pas pu répondre à la demande. Vos saisies sont conservées. Réessayez, puis relancez Tournée.',
  hub: {
    empty: 'Saisissez l’adresse du serveur.',
    invalid: 'Cette adresse n’est pas valable. Exemple : https://hub.exemple.fr',
    insecure: 'L’adresse doit commencer par https:// (http:// n’est accepté que pour localhost).',
    tooMuch:
      'Saisissez seulement l’adresse du serveur, sans chemin ni identifiant. Exemple : https://hub.exemple.fr',
    changeQuestion: (address: string) => `Travailler désormais avec le serveur ${address} ?`,
    changeDetail: 'Vous devrez vous identifier de nouveau. Les saisies non envoyées restent sur ce poste.',
    changeYes: 'Changer de serveur',
    changeNo: 'Annuler',
    changeRefused: 'Le serveur n’a pas été changé.',
  },
  tokens: {
    notKept: 'Votre session ne sera pas gardée sur ce poste',
    notKeptDetail:
      'Le système ne permet pas de chiffrer vos identifiants ; rien n’a été écrit sur le disque. ' +
      'Vous pouvez travailler normalement, mais vous devrez vous identifier au prochain démarrage.',
  },
  crash: {
    title: 'L’affichage de Tournée s’est arrêté',
    detail: 'Ce que vous avez enregistré est conservé sur ce poste.',
    reload: 'Recharger',
    quit: 'Quitter',
    startTitle: 'Tournée n’a pas pu démarrer',
  },
  menu: {
    file: 'Fichier',
    changeHub: 'Changer l’adresse du serveur…',
    quit: 'Quitter',
    edit: 'Édition',
    undo: 'Annuler',
    redo: 'Rétablir',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    selectAll: 'Tout sélectionner',
    view: 'Affichage',
    reload: 'Recharger',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    zoomReset: 'Taille normale',
    fullScreen: 'Plein écran',
    devTools: 'Outils de développement',
    help: 'Aide',
    version: (version: string) => `Tournée ${version}`,
  },
} as const;
