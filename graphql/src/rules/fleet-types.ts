import * as z from 'zod';

/** A type of vehicle that a client's fleet is counted by. */
export interface FleetType {
  /** Stable key; counts are kept by it. */
  readonly key: string;
  readonly label: string;
}

const TYPES_MAX = 30;

/** The list that an admin can change. */
export const fleetTypes: z.ZodType<readonly FleetType[]> = z
  .array(
    z.strictObject({
      key: z
        .string()
        .regex(
          /^[a-z][a-z0-9-]{0,19}$/,
          'Une clé commence par une lettre : minuscules, chiffres et tirets, 20 caractères au plus.',
        ),
      label: z.string().trim().min(1, 'Le libellé est vide.').max(40, 'Le libellé dépasse 40 caractères.'),
    }),
    'Une liste de types est attendue.',
  )
  .max(TYPES_MAX, `${String(TYPES_MAX)} types au plus.`)
  .superRefine((types, context) => {
    const keys = types.map(({ key }) => key);
    const index = keys.findIndex((key, position) => keys.indexOf(key) !== position);
    // A count could not tell which of the two it is of.
    if (index >= 0)
      context.addIssue({
        code: 'custom',
        path: [index, 'key'],
        message: `Deux fois la même clé : ${keys[index] ?? ''}.`,
      });
  });

/** The types of the customer's text (« Type de parc »). */
export const DEFAULT_FLEET_TYPES: readonly FleetType[] = [
  { key: 'vl', label: 'VL' },
  { key: 'vul', label: 'VUL' },
  { key: 'agri', label: 'AGRI' },
  { key: 'tp', label: 'TP' },
  { key: 'gc', label: 'GC' },
  { key: 'pl', label: 'PL & PLP' },
];
