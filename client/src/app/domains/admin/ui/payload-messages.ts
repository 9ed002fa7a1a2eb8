/** French texts of what an operation says: its kind, its fields. Before `: ; ! ?` stands a no-break space. */
const NB = '\u00a0';

const KINDS: Readonly<Record<string, string>> = {
  VC: 'Visite à un client',
  VP: 'Visite à un prospect',
  CP: 'Nouveau prospect',
  MP: 'Modification de prospect',
  SP: 'Suppression de prospect',
  MC: 'Demande de modification',
  CC: 'Création de client',
  DR: 'Date de revoir',
  PA: 'Parc',
};

export const payloadMessages = {
  kinds: KINDS,
  kindOf: (code: string): string => KINDS[code] ?? code,
  client: (id: string) => `Client ${id}`,
  prospect: 'Prospect',

  labels: {
    date: 'Date',
    heure: 'Heure',
    commentaire: 'Compte rendu',
    answers: 'Réponses',
    signature: 'Signature',
  },
  seen: (value: string) => `L’auteur avait sous les yeux${NB}: ${value}`,
  nothing: 'rien',
  noFields: 'Cette saisie n’a pas de contenu.',
  unknownAnswers: (keys: string) => `Réponses que le formulaire n’a plus${NB}: ${keys}`,
  unknownField: 'Ce champ n’est pas connu.',
  removeField: (label: string) => `Retirer «${NB}${label}${NB}»`,
  remove: 'Retirer',
  signed: 'Signature du client',
  dayPattern: 'jj/mm/aaaa',
} as const;
