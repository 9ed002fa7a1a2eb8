import type { DemoRep } from './demo-reps.ts';

export const USER_COLUMNS = ['user_windows', 'c_user', 'mail', 'nom_affiche', 'role', 'c_rep'] as const;

export type UserFields = Record<(typeof USER_COLUMNS)[number], string>;

const OFFICE: readonly UserFields[] = [
  {
    user_windows: 'direction',
    c_user: 'DIR',
    mail: 'direction@pneus.example',
    nom_affiche: 'Direction commerciale',
    role: 'admin',
    c_rep: '',
  },
  {
    user_windows: 'compta',
    c_user: 'CPT',
    mail: 'compta@pneus.example',
    nom_affiche: 'Comptabilité clients',
    role: 'comptable',
    c_rep: '',
  },
];

/** The reps, an admin and the accountant. */
export function demoUsers(reps: readonly DemoRep[]): UserFields[] {
  const users = reps.map((rep) => ({
    user_windows: rep.userWindows,
    c_user: rep.code,
    mail: rep.mail,
    nom_affiche: rep.nom,
    role: 'commercial',
    c_rep: rep.code,
  }));
  return [...users, ...OFFICE];
}
