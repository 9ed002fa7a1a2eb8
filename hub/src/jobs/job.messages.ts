/** What admins read about jobs. */
export const jobMessages = {
  notCron: (text: string) =>
    `« ${text} » n’est pas une planification : cinq champs sont attendus (minute, heure, jour, mois, jour de la semaine), par exemple « 0 3 * * * » pour chaque nuit à 3 h.`,
  neverRuns: (text: string) =>
    `« ${text} » n’est pas une planification valable : elle ne désigne aucune date à venir.`,
  tooOften: (text: string) =>
    `« ${text} » lancerait la tâche plus d’une fois toutes les dix secondes : choisissez un intervalle plus long.`,
  labels: {
    'base-refresh': 'Actualisation des bases hors ligne',
    'mail-outbox': 'Envoi des mails en attente',
    'prospect-pruning': 'Retrait des prospects sans mouvement',
    archiving: 'Archivage des relations anciennes',
    retention: 'Nettoyage des données anciennes',
    'daily-check': 'Contrôle quotidien',
  },
  failed: {
    title: (label: string) => `La tâche « ${label} » échoue`,
    happened: (label: string, attempts: number) =>
      attempts === 1
        ? `La tâche « ${label} » a échoué.`
        : `La tâche « ${label} » a échoué ${String(attempts)} fois de suite.`,
    error: (error: string) => `Erreur : ${error}`,
    next: 'Elle sera relancée à sa prochaine heure prévue. Rien de ce qui était enregistré n’est perdu.',
    advice: 'Le détail de chaque exécution se trouve dans l’espace administrateur, rubrique « Tâches ».',
  },
  tooLong: {
    title: (label: string) => `La tâche « ${label} » dure trop longtemps`,
    happened: (label: string, minutes: number) =>
      `La tâche « ${label} » dure depuis plus de ${String(minutes)} minutes. Il lui a été demandé de s’arrêter.`,
    advice:
      'Si elle reste en cours, redémarrez le serveur de Tournée : elle reprendra à sa prochaine heure prévue.',
  },
  dailyCheck: {
    title: 'Contrôle quotidien : quelque chose demande votre attention',
    damages: (count: number) =>
      `Le fichier de la base est abîmé (endroits relevés : ${String(count)}). Arrêtez le serveur, gardez une copie du fichier et restaurez la dernière sauvegarde : plus on attend, plus il s’en perd.`,
    staleBase: (hours: number) =>
      `Les bases hors ligne n’ont pas été actualisées depuis ${String(hours)} heures : c’est plus que la durée réglée.`,
    failingJobs: (labels: readonly string[]) => `En échec à leur dernière exécution : ${labels.join(', ')}.`,
    integrationErrors: (count: number) => `Erreurs d’intégration à traiter : ${String(count)}.`,
    unsentMails: (count: number) => `Mails refusés, ou dont l’arrivée n’est pas certaine : ${String(count)}.`,
    waitingMails: (count: number) => `Mails en attente depuis plus d’une heure : ${String(count)}.`,
    devicesBehind: (count: number) =>
      `Appareils qui gardent des saisies non envoyées depuis plus de sept jours : ${String(count)}.`,
    advice: 'Le détail se trouve dans l’espace administrateur de Tournée.',
  },
  notRun: {
    unknown: (name: string) => `La tâche « ${name} » n’existe pas.`,
    running: 'Cette tâche est déjà en cours.',
    paused: 'Cette tâche est en pause : reprenez-la d’abord.',
  },
} as const;
