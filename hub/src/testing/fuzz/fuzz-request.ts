import { OPERATION_CODES, type OperationCode, type OperationInput, SETTING_NAMES } from '@tournee/graphql';
import fc from 'fast-check';
import { callOf } from '../call-field.ts';
import { PUSH, toRows, visitOperation } from '../test-operations.ts';
import { ROOT_FIELDS } from './contract.ts';
import { CODES_OF_CLIENTS, RIGHT_PAYLOADS } from './right-payloads.ts';
import { type FuzzTargets, rightArguments } from './right-arguments.ts';
import { type Spoil, spoil, spoils } from './spoil.ts';

export const FUZZ_PERSONS = ['admin', 'repA', 'repB', 'accountant', 'mustChange', 'anonymous'] as const;
export type FuzzPerson = (typeof FUZZ_PERSONS)[number];

/** A right request and what is made wrong in it. `target`: a root field, `push VC`, `quarantine VC` or `setting x`. */
export interface FuzzCase {
  readonly person: FuzzPerson;
  readonly target: string;
  readonly wrongs: readonly Spoil[];
}

export interface FuzzRequest {
  readonly query: string;
  /** JSON text. */
  readonly variables: string;
}

const FIELDS = [...ROOT_FIELDS.keys()];
const PUSHES = OPERATION_CODES.map((code) => `push ${code}`);
const QUARANTINES = OPERATION_CODES.map((code) => `quarantine ${code}`);
const SETTINGS = SETTING_NAMES.flatMap((name) => [`setting ${name}`, `check ${name}`]);

const by = (person: FuzzPerson, targets: readonly string[]): fc.Arbitrary<FuzzCase> =>
  fc.record({ person: fc.constant(person), target: fc.constantFrom(...targets), wrongs: spoils });

/** Everything that can be asked, each by who may ask it, and every field by everybody. */
export const fuzzCases: fc.Arbitrary<FuzzCase> = fc.oneof(
  { weight: 8, arbitrary: by('repA', PUSHES) },
  { weight: 5, arbitrary: by('admin', FIELDS) },
  { weight: 3, arbitrary: by('admin', SETTINGS) },
  { weight: 2, arbitrary: by('anonymous', QUARANTINES) },
  {
    weight: 3,
    arbitrary: fc.record({
      person: fc.constantFrom(...FUZZ_PERSONS),
      target: fc.constantFrom(...FIELDS),
      wrongs: spoils,
    }),
  },
);

const QUARANTINE = `mutation ($refreshToken: String!, $rows: [OperationInput!]!) {
  quarantineOperations(refreshToken: $refreshToken, rows: $rows) { kept }
}`;
const UPDATE =
  'mutation ($changes: [SettingValueInput!]!) { updateSettings(changes: $changes) { name value } }';
const CHECK =
  'query ($name: ID!, $value: JSON) { checkSetting(name: $name, value: $value) { isValid message } }';

/** The request that a case stands for. Names of operations are new each time: a known one is only answered. */
export function requestOf(
  { target, wrongs }: FuzzCase,
  targets: FuzzTargets,
  defaults: SettingDefaults,
): FuzzRequest {
  const [word, name = ''] = target.split(' ');
  switch (word) {
    case 'push':
      return { query: PUSH, variables: spoil(...pushOf(name as OperationCode, wrongs)) };
    case 'quarantine': {
      const rows = [operationOf(name as OperationCode, 'QU00')];
      return { query: QUARANTINE, variables: spoil({ rows, refreshToken: targets.outRefreshToken }, wrongs) };
    }
    case 'setting':
      return { query: UPDATE, variables: spoil({ changes: [{ name, value: defaults[name] }] }, wrongs) };
    case 'check':
      return { query: CHECK, variables: spoil({ name, value: defaults[name] }, wrongs) };
    default:
      return fieldRequest(target, wrongs, targets);
  }
}

export type SettingDefaults = Readonly<Record<string, unknown>>;

function fieldRequest(target: string, wrongs: readonly Spoil[], targets: FuzzTargets): FuzzRequest {
  const root = ROOT_FIELDS.get(target);
  if (!root) throw new Error(`no such field: ${target}`);
  const args = rightArguments(target, root.field, targets);
  return { query: callOf(root.kind, root.field, args).query, variables: spoil(args, wrongs) };
}

function pushOf(code: OperationCode, wrongs: readonly Spoil[]): Parameters<typeof spoil> {
  const operation = operationOf(code, 'GA00');
  const isAboutClient = CODES_OF_CLIENTS.includes(code);
  if (isAboutClient || code === 'CP') return [{ rows: toRows([operation]) }, wrongs];
  // A prospect of its own: what became of another request's is not this one's to meet.
  const prospect = operationOf('CP', 'GA00');
  return [{ rows: toRows([{ ...operation, entityId: prospect.id }, prospect]).reverse() }, wrongs];
}

function operationOf(code: OperationCode, cUser: string): OperationInput {
  const visit = visitOperation({ cUser });
  const id = visit.id.replace(/^VC/, code);
  const entity = CODES_OF_CLIENTS.includes(code)
    ? { entityType: 'client', entityId: 'C0001' }
    : { entityType: 'prospect', entityId: id };
  return { ...visit, ...entity, id, code, payload: RIGHT_PAYLOADS[code] };
}
