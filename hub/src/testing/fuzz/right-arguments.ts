import { OPERATION_CODES, SETTING_NAMES } from '@tournee/graphql';
import {
  type GraphQLField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** What requests can be about in the base of the fuzzer: expendable, for they are changed and revoked on the way. */
export interface FuzzTargets {
  readonly userId: string;
  readonly deviceId: string;
  readonly refusedOperation: string;
  readonly refreshToken: string;
  readonly outRefreshToken: string;
}

const USERS_CSV =
  'user_windows;c_user;mail;nom_affiche;role;c_rep;scope_kind;c_agence\n' +
  'essai;ES00;essai@pneus.example;Essai;commercial;ES00,ES01;rep;\n';

/** A value for each name of an argument or input field that makes sense; by its type where a name is not told. */
const BY_NAME: Readonly<Record<string, unknown>> = {
  checkpoint: { seq: '0', epoch: 'x' },
  limit: 20,
  page: 1,
  pageSize: 20,
  code: OPERATION_CODES[0],
  kind: 'trouble',
  job: 'base-refresh',
  csv: USERS_CSV,
  dryRun: false,
  note: 'Vu avec le commercial.',
  payload: { date: '2026-11-23', heure: '10:15', commentaire: '', answers: null },
  changes: [{ name: SETTING_NAMES[0], value: 14, reset: false }],
  userName: 'personne',
  password: 'x',
  currentPassword: 'faux',
  newPassword: 'pneus de printemps 9',
  deviceName: 'portable',
  token: 'x',
  userWindows: 'cible',
  cUser: 'CI00',
  mail: 'cible@pneus.example',
  nomAffiche: 'Cible',
  cAgence: 'A01',
  cReps: ['CI00', 'CI01'],
  text: 'GARAGE',
  version: '0.2.0',
  oldestUnsentAt: '2026-11-20T08:00:00.000Z',
};

const BY_TYPE: Readonly<Record<string, unknown>> = {
  String: 'x',
  ID: '1',
  Int: 1,
  Boolean: true,
  JSON: 14,
  DateTime: '2026-11-24T08:00:00.000Z',
};

/** Arguments of a root field that are in order: all of them, also those that may be left out. */
export function rightArguments(
  name: string,
  field: GraphQLField<unknown, unknown>,
  targets: FuzzTargets,
): Record<string, unknown> {
  const known = { ...BY_NAME, ...argumentsOf(name, targets) };
  return Object.fromEntries(
    field.args.map((argument) => [argument.name, rightValue(argument.name, argument.type, known)]),
  );
}

function argumentsOf(name: string, targets: FuzzTargets): Record<string, unknown> {
  if (name.includes('Setting')) return { name: SETTING_NAMES[0], value: 14 };
  if (name.includes('Device')) return { id: targets.deviceId, userId: targets.userId };
  if (/Operation|IntegrationError/.test(name)) {
    return { id: targets.refusedOperation, refreshToken: targets.outRefreshToken };
  }
  if (name.includes('Job')) return { name: 'base-refresh' };
  if (/User|PasswordReset|Quarantine/.test(name)) return { id: targets.userId, userId: targets.userId };
  return { refreshToken: targets.refreshToken };
}

function rightValue(name: string, type: GraphQLInputType, known: Readonly<Record<string, unknown>>): unknown {
  if (Object.hasOwn(known, name)) return known[name];
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) return [rightValue('', inner.ofType, known)];
  if (isEnumType(inner)) return inner.getValues()[0]?.name;
  if (!isInputObjectType(inner)) return BY_TYPE[inner.name];
  return Object.fromEntries(
    Object.values(inner.getFields()).map((field) => [field.name, rightValue(field.name, field.type, known)]),
  );
}
