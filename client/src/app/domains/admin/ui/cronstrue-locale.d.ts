/** The package ships no types for its single languages: they are loaded for their effect only. */
declare module 'cronstrue/locales/fr';
