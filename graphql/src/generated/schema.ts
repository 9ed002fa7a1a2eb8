export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant, ISO 8601 in UTC, e.g. `2026-11-24T10:15:00.123Z`. */
  DateTime: { input: string; output: string; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
};

/** A parameter of the customer's text with its definition: an editing screen needs nothing else. */
export type AdminSetting = {
  /** What a choice offers; empty for other kinds. */
  choices: Array<SettingChoice>;
  /** Value when nothing is stored. Always null for a secret. */
  default: Maybe<Scalars['JSON']['output']>;
  /** French title of the group it is shown in. Groups and parameters come in the order of the screen. */
  group: Scalars['String']['output'];
  /** French, one or two sentences. */
  help: Scalars['String']['output'];
  /** Devices pull it. */
  isForDevices: Scalars['Boolean']['output'];
  /** A value of its own is stored; for a secret: there is one. */
  isSet: Scalars['Boolean']['output'];
  /** How it is edited. */
  kind: SettingKind;
  /** French. */
  label: Scalars['String']['output'];
  /** Greatest value of an int or a duration. */
  max: Maybe<Scalars['Int']['output']>;
  /** Smallest value of an int or a duration. */
  min: Maybe<Scalars['Int']['output']>;
  /** Stable name, e.g. `visit.maxAgeDays`. */
  name: Scalars['ID']['output'];
  /** Next three runs of a cron value; empty for other kinds. */
  nextRuns: Array<Scalars['DateTime']['output']>;
  /** French unit of a duration or an int, e.g. « heures ». */
  unit: Maybe<Scalars['String']['output']>;
  /** Last change; null when it never changed. */
  updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** Windows user name of who changed it last. */
  updatedBy: Maybe<Scalars['String']['output']>;
  /** Value in force: the stored one, else the default. Always null for a secret. */
  value: Maybe<Scalars['JSON']['output']>;
};

/** A line of the « table de correspondance », as administrators see it. */
export type AdminUser = {
  /** Office, for the scope `agence`. */
  cAgence: Maybe<Scalars['String']['output']>;
  /** Rep codes, sorted. */
  cReps: Array<Scalars['String']['output']>;
  /** User code in winpneu. */
  cUser: Scalars['String']['output'];
  /** When the line was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Devices that are not revoked. */
  deviceCount: Scalars['Int']['output'];
  /** Key in the user table. */
  id: Scalars['ID']['output'];
  /** May sign in. */
  isActive: Scalars['Boolean']['output'];
  /** Last contact of one of his devices. */
  lastSeenAt: Maybe<Scalars['DateTime']['output']>;
  /** Mail address. */
  mail: Scalars['String']['output'];
  /** Must choose a password at the next sign-in. */
  mustChangePassword: Scalars['Boolean']['output'];
  /** Displayed name. */
  nomAffiche: Scalars['String']['output'];
  /** What he may see and do. */
  role: Role;
  /** Which clients he pulls. */
  scopeKind: ScopeKind;
  /** Until when wrong passwords keep some address, or one of the user's devices, from signing in; null when none does. */
  signInLockedUntil: Maybe<Scalars['DateTime']['output']>;
  /** Last change. */
  updatedAt: Scalars['DateTime']['output'];
  /** Windows user name, used to sign in. */
  userWindows: Scalars['String']['output'];
};

/** Which users. */
export type AdminUserFilter = {
  /** Active ones, or deactivated ones. */
  isActive?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of this role. */
  role?: InputMaybe<Role>;
  /** Part of the Windows name, the displayed name, the mail, `c_user` or a rep code. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** A page of users. */
export type AdminUserPage = {
  /** Rows of the page. */
  rows: Array<AdminUser>;
  /** How many there are on all pages. */
  total: Scalars['Int']['output'];
};

/** Order of users. */
export type AdminUserSort = {
  /** Order. */
  direction: SortDirection;
  /** Column. */
  key: AdminUserSortKey;
};

/** Columns by which users are sorted. */
export type AdminUserSortKey =
  /** Office. */
  | 'cAgence'
  /** User code in winpneu. */
  | 'cUser'
  /** Active or not. */
  | 'isActive'
  /** Mail address. */
  | 'mail'
  /** Displayed name of the user. */
  | 'nomAffiche'
  /** Role. */
  | 'role'
  /** Last change. */
  | 'updatedAt'
  /** Windows user name. */
  | 'userWindows';

/** State of the offline base (« base hors ligne ») as the hub last published it. */
export type BaseState = {
  /** How many documents this user may pull, tombstones included: the total of a first sync's progress. */
  documentCount: Scalars['Int']['output'];
  /** End of the last successful base refresh. Null when none has run yet. */
  refreshedAt: Maybe<Scalars['DateTime']['output']>;
  /** The hub's clock, for the device to compare with its own. */
  serverTime: Scalars['DateTime']['output'];
};

/** Says that a collection has documents newer than `seq - 1`. Carries no data: the device pulls by checkpoint. */
export type ChangeNotice = {
  /** Name of the collection, as RxDB knows it: `client`, `clientHistory`, …; `*` when the device should pull all of them. */
  collection: Scalars['String']['output'];
  /** Newest sequence number of the collection, as text. */
  seq: Scalars['String']['output'];
};

/**
 * Where a device stands in the feed. `seq` is the highest sequence number it has read;
 * `epoch` changes when it must start over (its scopes changed, or its checkpoint is older than the kept tombstones).
 */
export type Checkpoint = {
  /** What the numbers count for: another epoch starts over. */
  epoch: Scalars['String']['output'];
  /** Sequence number of the feed, as text: it may outgrow 32 bits. */
  seq: Scalars['String']['output'];
};

/** The checkpoint of the last pull, sent back as it was received. Null on a first pull. */
export type CheckpointInput = {
  epoch: Scalars['String']['input'];
  /** Sequence number of the feed, as text. */
  seq: Scalars['String']['input'];
};

/** A client's card: the columns of annex 2, trimmed, null where winpneu has nothing. */
export type Client = {
  /** Adresse, first line. */
  adr1Fac: Maybe<Scalars['String']['output']>;
  /** Adresse, second line. */
  adr2Fac: Maybe<Scalars['String']['output']>;
  /** Adresse, third line. */
  adr3Fac: Maybe<Scalars['String']['output']>;
  /** BIC of the bank account. */
  bic: Maybe<Scalars['String']['output']>;
  /** Bureau distributeur: the rest of the postal code. */
  burDisFac: Maybe<Scalars['String']['output']>;
  /** Agence; list `c_agence`. */
  cAgence: Maybe<Scalars['String']['output']>;
  /** Code NAF. */
  cApe: Maybe<Scalars['String']['output']>;
  /** A l'attention de. */
  cAttention: Maybe<Scalars['String']['output']>;
  /** Autorisation BL. */
  cAutorisBl: Maybe<Scalars['String']['output']>;
  /** Grille conditions; list `c_catc`. */
  cCatc: Maybe<Scalars['String']['output']>;
  /** Catégorie client; list `c_fam_client`. */
  cFamClient: Maybe<Scalars['String']['output']>;
  /** Frais fixes. */
  cFraisFixe: Maybe<Scalars['String']['output']>;
  /** Mode de règlement; list `c_mod_rgl_1`. */
  cModRgl1: Maybe<Scalars['String']['output']>;
  /** Pays; list `c_pays`. */
  cPays: Maybe<Scalars['String']['output']>;
  /** Périodicité; list `c_per`. */
  cPer: Maybe<Scalars['String']['output']>;
  /** Référence client obligatoire. */
  cRefOblig: Maybe<Scalars['String']['output']>;
  /** Regroupement BL. */
  cRegpmtBl: Maybe<Scalars['String']['output']>;
  /** Regroupement CDE. */
  cRegpmtFac: Maybe<Scalars['String']['output']>;
  /** Edition relevé. */
  cReleve: Maybe<Scalars['String']['output']>;
  /** Commercial; list `c_rep`. */
  cRep: Maybe<Scalars['String']['output']>;
  /** Sous catégorie client; list `c_sfam_client`. */
  cSfamClient: Maybe<Scalars['String']['output']>;
  /** Titre; list `c_titre`. */
  cTitre: Maybe<Scalars['String']['output']>;
  /** Type de facturation. */
  cTypeFact: Maybe<Scalars['String']['output']>;
  /** Turnover of the year and of the year before. */
  ca: ClientCa;
  /** Code monnaie. */
  codemonnaie: Maybe<Scalars['String']['output']>;
  /** Code pays. */
  codepays: Maybe<Scalars['String']['output']>;
  /** VAT number (`contact_divers_1`). */
  contactDivers1: Maybe<Scalars['String']['output']>;
  /** SIRET (`contact_divers_2`). */
  contactDivers2: Maybe<Scalars['String']['output']>;
  /** Activity (`contact_divers_3`). */
  contactDivers3: Maybe<Scalars['String']['output']>;
  /** Mail (`contact_divers_4`). */
  contactDivers4: Maybe<Scalars['String']['output']>;
  /** Day, `yyyy-mm-dd`. */
  dateCreationSte: Maybe<Scalars['String']['output']>;
  /** The document left the reach of this user: the device drops it. */
  deleted: Scalars['Boolean']['output'];
  /** Département: the first part of the postal code. */
  depFac: Maybe<Scalars['String']['output']>;
  /** Fax, as winpneu has it. */
  fax: Maybe<Scalars['String']['output']>;
  /** « Type de parc »: vehicles by type; null when nobody has said. */
  fleet: Maybe<Array<FleetCount>>;
  /** « Date de revoir », `yyyy-mm-dd`: the day on which to see the client again. */
  followUp: Maybe<Scalars['String']['output']>;
  /** IBAN of the bank account. */
  iban: Maybe<Scalars['String']['output']>;
  /** `c_client`, trimmed. */
  id: Scalars['ID']['output'];
  /** Jour de l'échéance. */
  jour1: Maybe<Scalars['String']['output']>;
  /** Day of the newest visit that is not in the future, `yyyy-mm-dd`. */
  lastVisit: Maybe<Scalars['String']['output']>;
  /** Nb de jours: term of payment. */
  nbJour1: Maybe<Scalars['Int']['output']>;
  /** Nom; « (sans nom) » where winpneu has none. */
  nomClient: Scalars['String']['output'];
  /** Téléphone, as winpneu has it. */
  tel1: Maybe<Scalars['String']['output']>;
  /** Portable, as winpneu has it. */
  tel2: Maybe<Scalars['String']['output']>;
  /** Type édition facture. */
  typeEditionFac: Maybe<Scalars['String']['output']>;
  /** Ville. */
  villeFac: Maybe<Scalars['String']['output']>;
};

/** Turnover of a client, in euros before tax, from `client_ca`. */
export type ClientCa = {
  /** The year the figures speak of. */
  annee: Scalars['Int']['output'];
  /** Turnover of the year so far. */
  cumul: Scalars['Float']['output'];
  /** Turnover of the year before, up to the same month (N-1 to date). */
  cumulN1: Scalars['Float']['output'];
  /** Twelve months of the year, January first. */
  mois: Array<Scalars['Float']['output']>;
  /** Twelve months of the year before, January first. */
  moisN1: Array<Scalars['Float']['output']>;
  /** Turnover of the whole year before. */
  totalN1: Scalars['Float']['output'];
};

/**
 * A volume of one client's relations, newest first, without `c_archive` = O and without `type_entite` ≠ C. A volume holds 50
 * rows of winpneu at most, in the order of their numbers; most clients have one. A relation stands in one volume only.
 */
export type ClientHistory = {
  /** The document left the reach of this user: the device drops it. */
  deleted: Scalars['Boolean']['output'];
  /** `c_client`, trimmed, for the first volume; `<c_client>~1`, `<c_client>~2` … for those after it. A `~` in a code is doubled. */
  id: Scalars['ID']['output'];
  /** Newest first. */
  relations: Array<ClientRelation>;
};

/** A page of histories. */
export type ClientHistoryPull = {
  /** Where the next page starts. */
  checkpoint: Checkpoint;
  /** In the order of the feed, oldest change first. */
  documents: Array<ClientHistory>;
  /** Whether there is more after this page: a page ends at `limit` documents or at 4 MB, whichever comes first. */
  hasMore: Scalars['Boolean']['output'];
};

/** A page of clients. */
export type ClientPull = {
  /** Where the next page starts. */
  checkpoint: Checkpoint;
  /** In the order of the feed, oldest change first. */
  documents: Array<Client>;
  /** Whether there is more after this page: a page ends at `limit` documents or at 4 MB, whichever comes first. */
  hasMore: Scalars['Boolean']['output'];
};

/** A row of `client_relation`. */
export type ClientRelation = {
  /** Answers to the visit form, for visits noted in this CRM. */
  answers: Maybe<Scalars['JSON']['output']>;
  /** Displayed name of the author, when the user table knows him. */
  auteur: Maybe<Scalars['String']['output']>;
  /** Code of the author in winpneu. */
  cUser: Maybe<Scalars['String']['output']>;
  /** What the author wrote, with the ERP's own marks. */
  commentaire: Maybe<Scalars['String']['output']>;
  /** Day, `yyyy-mm-dd`. Wall-clock in France. */
  date: Maybe<Scalars['String']['output']>;
  /** Hour as winpneu has it, usually `hh:mm`. */
  heure: Maybe<Scalars['String']['output']>;
  /** `num_relation`, its key in winpneu. */
  num: Scalars['Int']['output'];
  /** What it is about, e.g. « Visite du 24/11/2026 ». */
  objet: Scalars['String']['output'];
  /** Name of the operation that wrote the row, for rows that came from this CRM. */
  operation: Maybe<Scalars['String']['output']>;
  /** `origine_relation`: `CRV` is ours, `LIT` is a dispute, others belong to the ERP. */
  origine: Scalars['String']['output'];
};

/** A laptop or browser on which somebody signed in. */
export type Device = {
  /** First sign-in. */
  createdAt: Scalars['DateTime']['output'];
  /** Documents it holds, as it last said. */
  documents: Maybe<Scalars['Int']['output']>;
  /** Key of the device. */
  id: Scalars['ID']['output'];
  /** The device that asks. */
  isCurrent: Scalars['Boolean']['output'];
  /** Last contact with the hub. */
  lastSeenAt: Scalars['DateTime']['output'];
  /** Name it gave itself at sign-in. */
  name: Scalars['String']['output'];
  /** Displayed name of its user. */
  nomAffiche: Scalars['String']['output'];
  /** When the oldest of them was noted, by its own clock. */
  oldestUnsentAt: Maybe<Scalars['DateTime']['output']>;
  /** When it said so. */
  reportedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was revoked; null when it is in use. */
  revokedAt: Maybe<Scalars['DateTime']['output']>;
  /** Why, a stable word: `signed-out`, `revoked-by-admin`, … */
  revokedReason: Maybe<Scalars['String']['output']>;
  /** When somebody last showed one of its session tokens without its key: refused, and the device goes on. */
  strayTokenAt: Maybe<Scalars['DateTime']['output']>;
  /** Operations it has not sent yet, as it last said. */
  unsent: Maybe<Scalars['Int']['output']>;
  /** Key of its user. */
  userId: Scalars['ID']['output'];
  /** Windows user name of its user. */
  userWindows: Scalars['String']['output'];
  /** Version of the application, as it last said. */
  version: Maybe<Scalars['String']['output']>;
};

/** Which devices. */
export type DeviceFilter = {
  /** Only those with unsent operations. */
  hasUnsent?: InputMaybe<Scalars['Boolean']['input']>;
  /** Revoked ones, or those in use. */
  isRevoked?: InputMaybe<Scalars['Boolean']['input']>;
  /** Part of the device's name, or of its user's names. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Of this user. */
  userId?: InputMaybe<Scalars['ID']['input']>;
};

/** A page of devices. */
export type DevicePage = {
  /** Rows of the page. */
  rows: Array<Device>;
  /** How many there are on all pages. */
  total: Scalars['Int']['output'];
};

/** What a device says of itself, now and then. */
export type DeviceReportInput = {
  /** Documents it holds. */
  documents: Scalars['Int']['input'];
  /** When the oldest of them was noted. */
  oldestUnsentAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Operations it has not sent yet. */
  unsent: Scalars['Int']['input'];
  /** Version of the application. */
  version: Scalars['String']['input'];
};

/** Order of devices. */
export type DeviceSort = {
  /** Order. */
  direction: SortDirection;
  /** Column. */
  key: DeviceSortKey;
};

/** Columns by which devices are sorted. */
export type DeviceSortKey =
  /** Documents it holds. */
  | 'documents'
  /** Last contact. */
  | 'lastSeenAt'
  /** Name of the device. */
  | 'name'
  /** Displayed name of the user. */
  | 'nomAffiche'
  /** Oldest unsent operation. */
  | 'oldestUnsentAt'
  /** Unsent operations. */
  | 'unsent'
  /** Version of the application. */
  | 'version';

/** A field that somebody else changed since: the rep chooses which value counts, by a new operation that cites this one. */
export type FieldConflict = {
  /** Name of the field, as in the document. */
  field: Scalars['String']['output'];
  /** What the author of the operation wants; null for an empty field. */
  mine: Maybe<Scalars['JSON']['output']>;
  /** What the hub holds; null for an empty field. */
  theirs: Maybe<Scalars['JSON']['output']>;
};

/** A conflict as the device holds it. */
export type FieldConflictInput = {
  field: Scalars['String']['input'];
  mine?: InputMaybe<Scalars['JSON']['input']>;
  theirs?: InputMaybe<Scalars['JSON']['input']>;
};

/** How many vehicles of a type a client has. */
export type FleetCount = {
  /** How many. */
  count: Scalars['Int']['output'];
  /** Key of the type in the parameter `fleet.types`. */
  type: Scalars['String']['output'];
};

/** An operation that the hub refused, or could not integrate. */
export type IntegrationError = {
  /** Displayed name of the author. */
  auteur: Maybe<Scalars['String']['output']>;
  /** Code of the author in winpneu. */
  cUser: Scalars['String']['output'];
  /** Code of the operation, e.g. `VC`. */
  code: Scalars['String']['output'];
  /** When the author said it. */
  createdAt: Scalars['DateTime']['output'];
  /** `c_client` or the prospect's id. */
  entityId: Scalars['String']['output'];
  /** Name of the client or prospect, where it is known. */
  entityLabel: Maybe<Scalars['String']['output']>;
  /** `client` or `prospect`. */
  entityType: Scalars['String']['output'];
  /** First try at the hub. */
  firstTriedAt: Scalars['DateTime']['output'];
  /** What happened so far, oldest first. */
  history: Array<IntegrationErrorEvent>;
  /** Name of the operation. */
  id: Scalars['ID']['output'];
  /** Last try at the hub. */
  lastTriedAt: Scalars['DateTime']['output'];
  /** What the author said, as it was last tried. */
  payload: Scalars['JSON']['output'];
  /** Why, the last time it was tried. */
  reason: OperationReason;
  /** Where it stands. */
  state: IntegrationErrorState;
  /** How often it was tried. */
  tries: Scalars['Int']['output'];
};

/** A step in the life of an integration error. */
export type IntegrationErrorEvent = {
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Windows user name of the administrator who acted; null for the hub itself. */
  by: Maybe<Scalars['String']['output']>;
  /** Stable code of the reason. */
  code: Maybe<Scalars['String']['output']>;
  /** Number of the event. */
  id: Scalars['ID']['output'];
  /** What happened. */
  kind: IntegrationErrorEventKind;
  /** French sentence of the reason, or the administrator's note. */
  message: Maybe<Scalars['String']['output']>;
  /** Payload that was tried, when it was not the one before. */
  payload: Maybe<Scalars['JSON']['output']>;
};

/** What happened to an operation that was refused or failed. */
export type IntegrationErrorEventKind =
  /** An administrator closed it with a note. */
  | 'closed'
  /** The hub met a fault: the device sends it again. */
  | 'failed'
  /** It was integrated. */
  | 'integrated'
  /** The hub refused it for a business reason. */
  | 'refused'
  /** An administrator opened it again. */
  | 'reopened'
  /** An administrator replayed it, and it was refused or failed again. */
  | 'replayFailed';

/** Which integration errors. */
export type IntegrationErrorFilter = {
  /** Of this operation code. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** Where they stand. */
  state?: InputMaybe<IntegrationErrorState>;
  /** Part of the operation's name, the client's or prospect's code, or `c_user`. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** A page of integration errors. */
export type IntegrationErrorPage = {
  /** Rows of the page. */
  rows: Array<IntegrationError>;
  /** How many there are on all pages. */
  total: Scalars['Int']['output'];
};

/** Order of integration errors. */
export type IntegrationErrorSort = {
  /** Order. */
  direction: SortDirection;
  /** Column. */
  key: IntegrationErrorSortKey;
};

/** Columns by which integration errors are sorted. */
export type IntegrationErrorSortKey =
  /** User code in winpneu. */
  | 'cUser'
  /** Operation code. */
  | 'code'
  /** When it was made. */
  | 'createdAt'
  /** Client or prospect. */
  | 'entityId'
  /** First try. */
  | 'firstTriedAt'
  /** Last try. */
  | 'lastTriedAt'
  /** Where it stands. */
  | 'state'
  /** Count of tries. */
  | 'tries';

/** Where an integration error stands. */
export type IntegrationErrorState =
  /** An administrator has closed it with a note. */
  | 'closed'
  /** Somebody should look at it. */
  | 'open'
  /** The operation was integrated later, by a replay or because the device sent it again. */
  | 'resolved';

/** A kind of scheduled work. */
export type Job = {
  /** An administrator has paused it. */
  isPaused: Scalars['Boolean']['output'];
  /** A hub is at it. */
  isRunning: Scalars['Boolean']['output'];
  /** French. */
  label: Scalars['String']['output'];
  /** Its newest run. */
  lastRun: Maybe<JobRun>;
  /** Stable name, e.g. `base-refresh`. */
  name: Scalars['ID']['output'];
  /** When it will run next; also a retry or a run that somebody asked for. */
  nextRunAt: Maybe<Scalars['DateTime']['output']>;
  /** Next runs by the schedule, at most three. */
  nextRuns: Array<Scalars['DateTime']['output']>;
  /** Cron expression in French time; null: it runs only when somebody asks. */
  schedule: Maybe<Scalars['String']['output']>;
  /** Parameter that holds the schedule, to be changed there; null when it has none. */
  scheduleSetting: Maybe<Scalars['ID']['output']>;
};

/** One run of a job. */
export type JobRun = {
  /** 1 for the first try, then one more for each retry after a failure. */
  attempt: Scalars['Int']['output'];
  /** What it did: numbers by name. */
  counts: Maybe<Scalars['JSON']['output']>;
  /** End; null while it runs. */
  endedAt: Maybe<Scalars['DateTime']['output']>;
  /** Why it failed. */
  error: Maybe<Scalars['String']['output']>;
  /** Hub process that ran it. */
  hub: Scalars['String']['output'];
  /** Number of the run. */
  id: Scalars['ID']['output'];
  /** Name of the job. */
  job: Scalars['ID']['output'];
  /** Who asked for it; null for a run of the schedule. */
  requestedBy: Maybe<Scalars['String']['output']>;
  /** Start. */
  startedAt: Scalars['DateTime']['output'];
  /** How it ended. */
  status: JobRunStatus;
};

/** Which runs. */
export type JobRunFilter = {
  /** Of this job. */
  job?: InputMaybe<Scalars['ID']['input']>;
  /** That ended so. */
  status?: InputMaybe<JobRunStatus>;
};

/** A page of runs. */
export type JobRunPage = {
  /** Rows of the page. */
  rows: Array<JobRun>;
  /** How many there are on all pages. */
  total: Scalars['Int']['output'];
};

/** Order of runs. */
export type JobRunSort = {
  /** Order. */
  direction: SortDirection;
  /** Column. */
  key: JobRunSortKey;
};

/** Columns by which runs are sorted. */
export type JobRunSortKey =
  /** End. */
  | 'endedAt'
  /** Name of the job. */
  | 'job'
  /** Start. */
  | 'startedAt'
  /** Status. */
  | 'status';

/** How a run ended. */
export type JobRunStatus =
  /** Its hub died. */
  | 'abandoned'
  /** Ended well. */
  | 'done'
  /** Ended with an error. */
  | 'failed'
  /** Not ended yet. */
  | 'running';

/** What can be done. The file of each domain extends it. */
export type Mutation = {
  /** Adds a user and mails him a link by which he chooses his password. BAD_INPUT names the field. Administrators only. */
  addUser: AdminUser;
  /** Replaces the signed-in user's password and answers a new session. */
  changePassword: Session;
  /** Closes an error; the note says why. Administrators only. */
  closeIntegrationError: IntegrationError;
  /** Loads a table of users; with `dryRun` it only reports. New users get a link by mail. Administrators only. */
  importUsers: UserImportReport;
  /** Forgets the wrong passwords for a user: who knows the right one may sign in at once. Administrators only. */
  liftSignInLock: AdminUser;
  /**
   * Integrates operations in the order given, each in its own transaction, and answers the hub's document of each one.
   * The same name again is answered, not done again. A business refusal is a status, never an error. A fault of the hub
   * is an error, and the device sends all of them again; the ones behind it go through, and at its third try an operation
   * that meets one is answered with status `failed`.
   */
  pushOperations: Array<Operation>;
  /**
   * The last thing a revoked device, or one of a deactivated user, may do: hand over what it has not sent, before it wipes
   * its base. No access token is asked for; the proof is a refresh token of that device, also one that has ended or was
   * exchanged; without the argument, the one in the cookie. At most 100 operations a call; the same name again is kept once. Operations under another author's name,
   * unreadable ones, and those beyond the limits of a device (1,000 operations, 5 MB) are left out: `kept` says what is
   * safe. UNAUTHENTICATED for an unknown token; FORBIDDEN while the device may still push.
   */
  quarantineOperations: QuarantineReceipt;
  /**
   * Hands out the next pair of tokens. Of a session that is tied to a key, only with a proof by that key whose claim `rth`
   * is the token's `refreshTokenHash`; one that is not is tied by its first proof. Asked again, it answers the same.
   * Without the argument the token is the one in the cookie.
   */
  refreshSession: Session;
  /** Opens a closed error again. Administrators only. */
  reopenIntegrationError: IntegrationError;
  /**
   * Tries the operation once more in its author's name, with a corrected payload when one is given. It goes through the
   * same ledger: what is integrated already is not done again. A new refusal is a reason of the answer, not an error.
   * Administrators only.
   */
  replayOperation: IntegrationError;
  /** A device says how it is; after a sync, and at most once a minute. */
  reportDevice: Scalars['Boolean']['output'];
  /**
   * Chooses a password with the token of a mailed link (`/reinitialiser?jeton=…`), without being signed in. It signs the
   * user out everywhere. BAD_INPUT with field `token` for a link that is used, too old or unknown, `newPassword` for a weak one.
   */
  resetPassword: Scalars['Boolean']['output'];
  /** Sends a refused or uncertain mail once more. BAD_INPUT when it is neither. Administrators only. */
  retryMail: OutboxMail;
  /** Revokes a device: it is refused at its next contact. One's own; administrators any. */
  revokeDevice: Device;
  /** Makes a job due now. BAD_INPUT when it is running, paused or unknown. Administrators only. */
  runJob: Job;
  /** Mails the user a link, good for 24 hours and one use, by which he chooses a password. Administrators only. */
  sendPasswordReset: Scalars['Boolean']['output'];
  /** Pauses a job, or lets it go on. Administrators only. */
  setJobPaused: Job;
  /** Deactivates a user (his devices are refused at their next contact) or activates him again. Administrators only. */
  setUserActive: AdminUser;
  /**
   * Opens a session for a device. With a `DPoP` header (RFC 9449: ES256, `htm`, `htu`, `iat`, `jti`) the session is tied to
   * the key that made it. Attempts are limited per user name and per address.
   */
  signIn: Session;
  /** Ends the session of this device. */
  signOut: Scalars['Boolean']['output'];
  /**
   * Saves parameters, all or none, and answers all of them. A wrong one is refused with BAD_INPUT: `extensions.field` is
   * the parameter's name, `extensions.path` the place inside its value. It takes effect at once. Administrators only.
   */
  updateSettings: Array<AdminSetting>;
  /**
   * Changes a user; new rep codes, office or scope take effect at once: his devices start over. The last active
   * administrator stays one. Administrators only.
   */
  updateUser: AdminUser;
};


/** What can be done. The file of each domain extends it. */
export type MutationAddUserArgs = {
  user: UserInput;
};


/** What can be done. The file of each domain extends it. */
export type MutationChangePasswordArgs = {
  currentPassword: Scalars['String']['input'];
  newPassword: Scalars['String']['input'];
};


/** What can be done. The file of each domain extends it. */
export type MutationCloseIntegrationErrorArgs = {
  id: Scalars['ID']['input'];
  note: Scalars['String']['input'];
};


/** What can be done. The file of each domain extends it. */
export type MutationImportUsersArgs = {
  csv: Scalars['String']['input'];
  dryRun?: Scalars['Boolean']['input'];
};


/** What can be done. The file of each domain extends it. */
export type MutationLiftSignInLockArgs = {
  userId: Scalars['ID']['input'];
};


/** What can be done. The file of each domain extends it. */
export type MutationPushOperationsArgs = {
  rows: Array<OperationPushRow>;
};


/** What can be done. The file of each domain extends it. */
export type MutationQuarantineOperationsArgs = {
  refreshToken: InputMaybe<Scalars['String']['input']>;
  rows: Array<OperationInput>;
};


/** What can be done. The file of each domain extends it. */
export type MutationRefreshSessionArgs = {
  refreshToken: InputMaybe<Scalars['String']['input']>;
};


/** What can be done. The file of each domain extends it. */
export type MutationReopenIntegrationErrorArgs = {
  id: Scalars['ID']['input'];
};


/** What can be done. The file of each domain extends it. */
export type MutationReplayOperationArgs = {
  id: Scalars['ID']['input'];
  payload: InputMaybe<Scalars['JSON']['input']>;
};


/** What can be done. The file of each domain extends it. */
export type MutationReportDeviceArgs = {
  report: DeviceReportInput;
};


/** What can be done. The file of each domain extends it. */
export type MutationResetPasswordArgs = {
  newPassword: Scalars['String']['input'];
  token: Scalars['String']['input'];
};


/** What can be done. The file of each domain extends it. */
export type MutationRetryMailArgs = {
  id: Scalars['ID']['input'];
};


/** What can be done. The file of each domain extends it. */
export type MutationRevokeDeviceArgs = {
  id: Scalars['ID']['input'];
};


/** What can be done. The file of each domain extends it. */
export type MutationRunJobArgs = {
  name: Scalars['ID']['input'];
};


/** What can be done. The file of each domain extends it. */
export type MutationSendPasswordResetArgs = {
  userId: Scalars['ID']['input'];
};


/** What can be done. The file of each domain extends it. */
export type MutationSetJobPausedArgs = {
  isPaused: Scalars['Boolean']['input'];
  name: Scalars['ID']['input'];
};


/** What can be done. The file of each domain extends it. */
export type MutationSetUserActiveArgs = {
  id: Scalars['ID']['input'];
  isActive: Scalars['Boolean']['input'];
};


/** What can be done. The file of each domain extends it. */
export type MutationSignInArgs = {
  deviceName: Scalars['String']['input'];
  password: Scalars['String']['input'];
  userName: Scalars['String']['input'];
};


/** What can be done. The file of each domain extends it. */
export type MutationUpdateSettingsArgs = {
  changes: Array<SettingValueInput>;
};


/** What can be done. The file of each domain extends it. */
export type MutationUpdateUserArgs = {
  id: Scalars['ID']['input'];
  user: UserInput;
};

/**
 * One intent of a user, as the hub answered it. Codes: VC visit to a client · CP, MP, SP a prospect created, modified,
 * deleted · VP visit to a prospect · others stand in `graphql/src/rules/operation.ts`.
 */
export type Operation = {
  /** Code of the author in winpneu. */
  cUser: Scalars['String']['output'];
  /** Operation that this one takes the place of: a refused one, corrected, or one in conflict, settled. */
  cites: Maybe<Scalars['ID']['output']>;
  /** What is asked for, e.g. `VC`: a visit to a client. */
  code: Scalars['String']['output'];
  /** Fields that the hub left as they are, for status `conflict`; null otherwise. */
  conflicts: Maybe<Array<FieldConflict>>;
  /** When the user said it, by the device's clock. */
  createdAt: Scalars['DateTime']['output'];
  /** The document left the reach of this user: the device drops it. */
  deleted: Scalars['Boolean']['output'];
  /** `c_client` or the prospect's id. */
  entityId: Scalars['String']['output'];
  /** `client` or `prospect`: what the operation is about. */
  entityType: Scalars['String']['output'];
  /** `<code>_<c_user>_<yyyymmddThhmmssmmm>_<8 letters or digits>`, unique for ever. */
  id: Scalars['ID']['output'];
  /** When the hub integrated it. */
  integratedAt: Maybe<Scalars['DateTime']['output']>;
  /** French sentence that the user should read although all went well; null for none. */
  notice: Maybe<Scalars['String']['output']>;
  /** What the user said; its shape depends on the code. */
  payload: Scalars['JSON']['output'];
  /** Why it was refused, or what conflicts; null when all went well. */
  reason: Maybe<OperationReason>;
  /** What became of it. */
  status: OperationStatus;
};

/** An operation as the device holds it. The hub reads id, code, entity, createdAt, payload and cites; the rest is its own to say. */
export type OperationInput = {
  cUser: Scalars['String']['input'];
  /** Operation that this one takes the place of, if there is one. */
  cites?: InputMaybe<Scalars['ID']['input']>;
  code: Scalars['String']['input'];
  conflicts?: InputMaybe<Array<FieldConflictInput>>;
  createdAt: Scalars['DateTime']['input'];
  deleted: Scalars['Boolean']['input'];
  entityId: Scalars['String']['input'];
  entityType: Scalars['String']['input'];
  id: Scalars['ID']['input'];
  integratedAt?: InputMaybe<Scalars['DateTime']['input']>;
  notice?: InputMaybe<Scalars['String']['input']>;
  payload: Scalars['JSON']['input'];
  reason?: InputMaybe<OperationReasonInput>;
  status: OperationStatus;
};

/** A page of operations. */
export type OperationPull = {
  /** Where the next page starts. */
  checkpoint: Checkpoint;
  /** In the order of the feed, oldest change first. */
  documents: Array<Operation>;
  /** Whether there is more after this page: a page ends at `limit` documents or at 4 MB, whichever comes first. */
  hasMore: Scalars['Boolean']['output'];
};

/** RxDB's push row. */
export type OperationPushRow = {
  /** What the device believes the hub has; null for a new operation. */
  assumedMasterState?: InputMaybe<OperationInput>;
  newDocumentState: OperationInput;
};

/** Why an operation was refused, or what conflicts. */
export type OperationReason = {
  /** Stable code, e.g. `VISIT_IN_FUTURE`. */
  code: Scalars['String']['output'];
  /** Field of the payload at fault, if one is. */
  field: Maybe<Scalars['String']['output']>;
  /** French sentence for the user. */
  message: Scalars['String']['output'];
};

/** The reason as the device holds it. */
export type OperationReasonInput = {
  /** Stable code. */
  code: Scalars['String']['input'];
  /** Field at fault, if one is. */
  field?: InputMaybe<Scalars['String']['input']>;
  /** French sentence. */
  message: Scalars['String']['input'];
};

/** What became of an operation. */
export type OperationStatus =
  /** Some fields changed at the hub since; the rep chooses. */
  | 'conflict'
  /**
   * Received and kept by the hub, which met a fault each time it tried, or waits for another one that is so: an
   * administrator sees to it, and the device learns of it by the feed. Nothing is left for the device to do.
   */
  | 'failed'
  /** Done, once. */
  | 'integrated'
  /** Only on the device: not yet answered by the hub. */
  | 'pending'
  /** Refused for a business reason; kept with the reason. */
  | 'rejected';

/** A mail of the outbox: one line for each recipient. */
export type OutboxMail = {
  /** What made it necessary, e.g. the name of an operation. */
  cause: Scalars['String']['output'];
  /** When it was written. */
  createdAt: Scalars['DateTime']['output'];
  /** Body as HTML; to be shown in a sandbox. A link that opens an account is left out. */
  html: Scalars['String']['output'];
  /** Number of the mail. */
  id: Scalars['ID']['output'];
  /** Which text it is: `client-creation-request`, `trouble`, … */
  kind: Scalars['String']['output'];
  /** Why the last try failed. */
  lastError: Maybe<Scalars['String']['output']>;
  /** When it will be tried next. */
  nextTryAt: Maybe<Scalars['DateTime']['output']>;
  /** To whom. */
  recipient: Scalars['String']['output'];
  /** All addresses of the To header. */
  recipients: Array<Scalars['String']['output']>;
  /** What the server answered, or the file it was written to. */
  response: Maybe<Scalars['String']['output']>;
  /** Address of who acted; null for a mail of the hub. */
  senderAddress: Maybe<Scalars['String']['output']>;
  /** Displayed name of who acted; null for a mail of the hub. */
  senderName: Maybe<Scalars['String']['output']>;
  /** When it was accepted. */
  sentAt: Maybe<Scalars['DateTime']['output']>;
  /** What became of it. */
  status: OutboxMailStatus;
  /** Subject. */
  subject: Scalars['String']['output'];
  /** Body as text. A link that opens an account is left out. */
  text: Scalars['String']['output'];
  /** How often it was tried. */
  tries: Scalars['Int']['output'];
};

/** Which mails. */
export type OutboxMailFilter = {
  /** Of this kind. */
  kind?: InputMaybe<Scalars['String']['input']>;
  /** With this status. */
  status?: InputMaybe<OutboxMailStatus>;
  /** Part of the subject, the recipient, the sender or the cause. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** A page of mails. */
export type OutboxMailPage = {
  /** Rows of the page. */
  rows: Array<OutboxMail>;
  /** How many there are on all pages. */
  total: Scalars['Int']['output'];
};

/** Order of mails. */
export type OutboxMailSort = {
  /** Order. */
  direction: SortDirection;
  /** Column. */
  key: OutboxMailSortKey;
};

/** Columns by which mails are sorted. */
export type OutboxMailSortKey =
  /** When it was made. */
  | 'createdAt'
  /** Kind of text. */
  | 'kind'
  /** Recipient. */
  | 'recipient'
  /** When it was accepted. */
  | 'sentAt'
  /** Status. */
  | 'status'
  /** Subject. */
  | 'subject';

/** What became of a mail. */
export type OutboxMailStatus =
  /** Refused for good, or without a recipient. */
  | 'failed'
  /** Waits to be sent, or to be tried again. */
  | 'queued'
  /** Being sent. */
  | 'sending'
  /** The server has accepted it. */
  | 'sent'
  /** May have arrived: it is never sent again by itself. */
  | 'uncertain';

/**
 * A prospect: the fields of annex 2 under the names of a client's, and whose it is. Written by the operations CP, MP and SP.
 * Whoever it is attached to pulls it, and every administrator.
 */
export type Prospect = {
  /** Adresse, first line. */
  adr1Fac: Maybe<Scalars['String']['output']>;
  /** Adresse, second line. */
  adr2Fac: Maybe<Scalars['String']['output']>;
  /** Adresse, third line. */
  adr3Fac: Maybe<Scalars['String']['output']>;
  /** BIC of the bank account. */
  bic: Maybe<Scalars['String']['output']>;
  /** Bureau distributeur: the rest of the postal code. */
  burDisFac: Maybe<Scalars['String']['output']>;
  /** Agence; list `c_agence`. */
  cAgence: Maybe<Scalars['String']['output']>;
  /** Code NAF. */
  cApe: Maybe<Scalars['String']['output']>;
  /** A l'attention de. */
  cAttention: Maybe<Scalars['String']['output']>;
  /** Autorisation BL. */
  cAutorisBl: Maybe<Scalars['String']['output']>;
  /** Grille conditions; list `c_catc`. */
  cCatc: Maybe<Scalars['String']['output']>;
  /** Catégorie client; list `c_fam_client`. */
  cFamClient: Maybe<Scalars['String']['output']>;
  /** Frais fixes. */
  cFraisFixe: Maybe<Scalars['String']['output']>;
  /** Mode de règlement; list `c_mod_rgl_1`. */
  cModRgl1: Maybe<Scalars['String']['output']>;
  /** Pays; list `c_pays`. */
  cPays: Maybe<Scalars['String']['output']>;
  /** Périodicité; list `c_per`. */
  cPer: Maybe<Scalars['String']['output']>;
  /** Référence client obligatoire. */
  cRefOblig: Maybe<Scalars['String']['output']>;
  /** Regroupement BL. */
  cRegpmtBl: Maybe<Scalars['String']['output']>;
  /** Regroupement CDE. */
  cRegpmtFac: Maybe<Scalars['String']['output']>;
  /** Edition relevé. */
  cReleve: Maybe<Scalars['String']['output']>;
  /** Commercial to whom it is attached; list `c_rep`. */
  cRep: Maybe<Scalars['String']['output']>;
  /** Sous catégorie client; list `c_sfam_client`. */
  cSfamClient: Maybe<Scalars['String']['output']>;
  /** Titre; list `c_titre`. */
  cTitre: Maybe<Scalars['String']['output']>;
  /** Type de facturation. */
  cTypeFact: Maybe<Scalars['String']['output']>;
  /** Code in winpneu of who created it. */
  cUser: Scalars['String']['output'];
  /** Code monnaie. */
  codemonnaie: Maybe<Scalars['String']['output']>;
  /** Code pays. */
  codepays: Maybe<Scalars['String']['output']>;
  /** VAT number (`contact_divers_1`). */
  contactDivers1: Maybe<Scalars['String']['output']>;
  /** SIRET (`contact_divers_2`). */
  contactDivers2: Maybe<Scalars['String']['output']>;
  /** Activity (`contact_divers_3`). */
  contactDivers3: Maybe<Scalars['String']['output']>;
  /** Mail (`contact_divers_4`). */
  contactDivers4: Maybe<Scalars['String']['output']>;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Day, `yyyy-mm-dd`. */
  dateCreationSte: Maybe<Scalars['String']['output']>;
  /** The document left the reach of this user: the device drops it. */
  deleted: Scalars['Boolean']['output'];
  /** Département: the first part of the postal code. */
  depFac: Maybe<Scalars['String']['output']>;
  /** Fax, as it was typed. */
  fax: Maybe<Scalars['String']['output']>;
  /** IBAN of the bank account. */
  iban: Maybe<Scalars['String']['output']>;
  /** Name of the operation that created it. */
  id: Scalars['ID']['output'];
  /** Jour de l'échéance. */
  jour1: Maybe<Scalars['String']['output']>;
  /** Last movement: creation, change or visit. Without one for long it leaves the offline bases. */
  lastMovementAt: Scalars['DateTime']['output'];
  /** Nb de jours: term of payment. */
  nbJour1: Maybe<Scalars['Int']['output']>;
  /** Nom. */
  nomClient: Scalars['String']['output'];
  /** Code in winpneu of whose it is now: who created it, until it was attached to somebody else's rep code. */
  ownerCUser: Scalars['String']['output'];
  /** Téléphone, as it was typed. */
  tel1: Maybe<Scalars['String']['output']>;
  /** Portable, as it was typed. */
  tel2: Maybe<Scalars['String']['output']>;
  /** Type édition facture. */
  typeEditionFac: Maybe<Scalars['String']['output']>;
  /** When a field last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Ville. */
  villeFac: Maybe<Scalars['String']['output']>;
};

/** A page of prospects. */
export type ProspectPull = {
  /** Where the next page starts. */
  checkpoint: Checkpoint;
  /** In the order of the feed, oldest change first. */
  documents: Array<Prospect>;
  /** Whether there is more after this page: a page ends at `limit` documents or at 4 MB, whichever comes first. */
  hasMore: Scalars['Boolean']['output'];
};

/** A page of quarantined operations. */
export type QuarantinePage = {
  /** Newest first. */
  rows: Array<QuarantinedOperation>;
  /** How many there are on all pages. */
  total: Scalars['Int']['output'];
};

/** What the hub keeps of the operations that a device handed over. */
export type QuarantineReceipt = {
  /** Names that the hub keeps now, or had already; the device may drop these, and no others. */
  kept: Array<Scalars['ID']['output']>;
};

/** An operation from a device that is out: kept for an administrator to read, never integrated by itself. */
export type QuarantinedOperation = {
  /** Operation that it takes the place of, if there is one. */
  cites: Maybe<Scalars['ID']['output']>;
  /** What it asks for, e.g. `VC`. */
  code: Scalars['String']['output'];
  /** When the author said it, by the device's clock. */
  createdAt: Scalars['DateTime']['output'];
  /** Name of the device. */
  deviceName: Scalars['String']['output'];
  /** `c_client` or the prospect's id. */
  entityId: Scalars['String']['output'];
  /** `client` or `prospect`. */
  entityType: Scalars['String']['output'];
  /** Number of the entry. */
  id: Scalars['ID']['output'];
  /** Name of the operation. */
  name: Scalars['String']['output'];
  /** Displayed name of the device's user. */
  nomAffiche: Scalars['String']['output'];
  /** What the author said. */
  payload: Scalars['JSON']['output'];
  /** When it came in. */
  receivedAt: Scalars['DateTime']['output'];
  /** Key of the device's user. */
  userId: Scalars['ID']['output'];
};

/** What can be read. The file of each domain extends it. */
export type Query = {
  /** Everybody's devices. Pages count from 1, at most 200 rows. Administrators only. */
  adminDevices: DevicePage;
  /** One of them. Administrators only. */
  adminIntegrationError: Maybe<IntegrationError>;
  /** Refused and failed operations. Pages count from 1, at most 200 rows. Administrators only. */
  adminIntegrationErrors: IntegrationErrorPage;
  /** What jobs did, newest first unless sorted. Pages count from 1, at most 200 rows. Administrators only. */
  adminJobRuns: JobRunPage;
  /** All jobs of the hub. Administrators only. */
  adminJobs: Array<Job>;
  /** One mail. Administrators only. */
  adminMail: Maybe<OutboxMail>;
  /** The outbox, newest first unless sorted. Pages count from 1, at most 200 rows. Administrators only. */
  adminMails: OutboxMailPage;
  /** Operations from devices that are out. Pages count from 1, at most 200 rows. Administrators only. */
  adminQuarantine: QuarantinePage;
  /** Who changed what and when; of one parameter when `name` is given. Pages count from 1, at most 200 rows. Administrators only. */
  adminSettingChanges: SettingChangePage;
  /** All parameters, in the order of the screen. Administrators only. */
  adminSettings: Array<AdminSetting>;
  /** One user. Administrators only. */
  adminUser: Maybe<AdminUser>;
  /** Users. Pages count from 1, at most 200 rows. Administrators only. */
  adminUsers: AdminUserPage;
  /** The base's date, the hub's clock and the number of documents to expect. */
  baseState: BaseState;
  /** Checks a value without saving it. Administrators only. */
  checkSetting: SettingCheck;
  /** The whole table as CSV: UTF-8 with a byte order mark, `;`, the header of the import. Administrators only. */
  exportUsers: Scalars['String']['output'];
  /** The signed-in user. */
  me: User;
  /** The signed-in person's devices, newest contact first. */
  myDevices: Array<Device>;
  /** Histories of the clients of the user's scopes that changed since the checkpoint, oldest change first. */
  pullClientHistories: ClientHistoryPull;
  /** Clients of the user's scopes that changed since the checkpoint, oldest change first. */
  pullClients: ClientPull;
  /** The user's own operations that changed since the checkpoint, oldest change first. */
  pullOperations: OperationPull;
  /** Prospects of the user's scopes that changed since the checkpoint, oldest change first. */
  pullProspects: ProspectPull;
  /** Drop-down values that changed since the checkpoint, oldest change first. */
  pullReferences: ReferencePull;
  /** Parameters that changed since the checkpoint, oldest change first. */
  pullSettings: SettingPull;
  /** Visits of the user's scopes that changed since the checkpoint, oldest change first. */
  pullVisits: VisitPull;
};


/** What can be read. The file of each domain extends it. */
export type QueryAdminDevicesArgs = {
  filter: InputMaybe<DeviceFilter>;
  page?: Scalars['Int']['input'];
  pageSize?: Scalars['Int']['input'];
  sort: InputMaybe<DeviceSort>;
};


/** What can be read. The file of each domain extends it. */
export type QueryAdminIntegrationErrorArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. The file of each domain extends it. */
export type QueryAdminIntegrationErrorsArgs = {
  filter: InputMaybe<IntegrationErrorFilter>;
  page?: Scalars['Int']['input'];
  pageSize?: Scalars['Int']['input'];
  sort: InputMaybe<IntegrationErrorSort>;
};


/** What can be read. The file of each domain extends it. */
export type QueryAdminJobRunsArgs = {
  filter: InputMaybe<JobRunFilter>;
  page?: Scalars['Int']['input'];
  pageSize?: Scalars['Int']['input'];
  sort: InputMaybe<JobRunSort>;
};


/** What can be read. The file of each domain extends it. */
export type QueryAdminMailArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. The file of each domain extends it. */
export type QueryAdminMailsArgs = {
  filter: InputMaybe<OutboxMailFilter>;
  page?: Scalars['Int']['input'];
  pageSize?: Scalars['Int']['input'];
  sort: InputMaybe<OutboxMailSort>;
};


/** What can be read. The file of each domain extends it. */
export type QueryAdminQuarantineArgs = {
  page?: Scalars['Int']['input'];
  pageSize?: Scalars['Int']['input'];
  userId: InputMaybe<Scalars['ID']['input']>;
};


/** What can be read. The file of each domain extends it. */
export type QueryAdminSettingChangesArgs = {
  name: InputMaybe<Scalars['ID']['input']>;
  page?: Scalars['Int']['input'];
  pageSize?: Scalars['Int']['input'];
};


/** What can be read. The file of each domain extends it. */
export type QueryAdminUserArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. The file of each domain extends it. */
export type QueryAdminUsersArgs = {
  filter: InputMaybe<AdminUserFilter>;
  page?: Scalars['Int']['input'];
  pageSize?: Scalars['Int']['input'];
  sort: InputMaybe<AdminUserSort>;
};


/** What can be read. The file of each domain extends it. */
export type QueryCheckSettingArgs = {
  name: Scalars['ID']['input'];
  value: InputMaybe<Scalars['JSON']['input']>;
};


/** What can be read. The file of each domain extends it. */
export type QueryPullClientHistoriesArgs = {
  checkpoint: InputMaybe<CheckpointInput>;
  limit: Scalars['Int']['input'];
};


/** What can be read. The file of each domain extends it. */
export type QueryPullClientsArgs = {
  checkpoint: InputMaybe<CheckpointInput>;
  limit: Scalars['Int']['input'];
};


/** What can be read. The file of each domain extends it. */
export type QueryPullOperationsArgs = {
  checkpoint: InputMaybe<CheckpointInput>;
  limit: Scalars['Int']['input'];
};


/** What can be read. The file of each domain extends it. */
export type QueryPullProspectsArgs = {
  checkpoint: InputMaybe<CheckpointInput>;
  limit: Scalars['Int']['input'];
};


/** What can be read. The file of each domain extends it. */
export type QueryPullReferencesArgs = {
  checkpoint: InputMaybe<CheckpointInput>;
  limit: Scalars['Int']['input'];
};


/** What can be read. The file of each domain extends it. */
export type QueryPullSettingsArgs = {
  checkpoint: InputMaybe<CheckpointInput>;
  limit: Scalars['Int']['input'];
};


/** What can be read. The file of each domain extends it. */
export type QueryPullVisitsArgs = {
  checkpoint: InputMaybe<CheckpointInput>;
  limit: Scalars['Int']['input'];
};

/** A value of a drop-down list, from `liste`. */
export type Reference = {
  /** What is stored. */
  code: Scalars['String']['output'];
  /** The document left the reach of this user: the device drops it. */
  deleted: Scalars['Boolean']['output'];
  /** `liste:code`. */
  id: Scalars['ID']['output'];
  /** What is shown. */
  libelle: Scalars['String']['output'];
  /** Column it feeds, as winpneu names it: `c_fam_client`, `c_rep`, … */
  liste: Scalars['String']['output'];
  /** Code of the parent value, for lists on two levels. */
  parent: Maybe<Scalars['String']['output']>;
};

/** A page of drop-down values. */
export type ReferencePull = {
  /** Where the next page starts. */
  checkpoint: Checkpoint;
  /** In the order of the feed, oldest change first. */
  documents: Array<Reference>;
  /** Whether there is more after this page: a page ends at `limit` documents or at 4 MB, whichever comes first. */
  hasMore: Scalars['Boolean']['output'];
};

/** What a person may see and do. */
export type Role =
  /** Administrator: sees everybody, sets parameters. */
  | 'admin'
  /** Sales rep. */
  | 'commercial'
  /** Accountant: validates new clients, works online. */
  | 'comptable';

/** Which clients a person pulls. */
export type ScopeKind =
  /** Those of his office. */
  | 'agence'
  /** Those of his rep codes. */
  | 'rep'
  /** All of them. */
  | 'tous';

/** A signed-in device, and the tokens it goes on with. */
export type Session = {
  /** JWT for the `Authorization: Bearer` header, valid a quarter of an hour. */
  accessToken: Scalars['String']['output'];
  /** Device this session is tied to. */
  deviceId: Scalars['ID']['output'];
  /** End of validity of the access token. */
  expiresAt: Scalars['DateTime']['output'];
  /**
   * Opaque: each refresh hands out the next one, and the same next one when an answer was lost and it is shown again.
   * Empty when the page asked, by the header `x-tournee-session: cookie`, to have it in a cookie that it cannot read.
   */
  refreshToken: Scalars['String']['output'];
  /** SHA-256 of the refresh token in hexadecimal digits: what the `rth` claim of a device's next proof names. */
  refreshTokenHash: Scalars['String']['output'];
  /** Who signed in. */
  user: User;
};

/** A parameter that devices need, e.g. `visit.maxAgeDays`. Names, types and defaults: `graphql/src/rules/settings.ts`. */
export type Setting = {
  /** The document left the reach of this user: the device drops it. */
  deleted: Scalars['Boolean']['output'];
  /** Name of the parameter. */
  id: Scalars['ID']['output'];
  /** Its value; type and bounds depend on the parameter. */
  value: Scalars['JSON']['output'];
};

/** One change of a parameter. */
export type SettingChange = {
  /** When. */
  changedAt: Scalars['DateTime']['output'];
  /** Windows user name of who changed it. */
  changedBy: Scalars['String']['output'];
  /** Number of the change. */
  id: Scalars['ID']['output'];
  /** It went back to the default; always false for a secret. */
  isDefault: Scalars['Boolean']['output'];
  /** French label of the parameter; its name when it does not exist any more. */
  label: Scalars['String']['output'];
  /** Name of the parameter. */
  name: Scalars['ID']['output'];
  /** Value after; null when it went back to the default, and for a secret. */
  newValue: Maybe<Scalars['JSON']['output']>;
  /** Value before; null when none was stored, and for a secret. */
  oldValue: Maybe<Scalars['JSON']['output']>;
  /** The default was in force before; always false for a secret. */
  wasDefault: Scalars['Boolean']['output'];
};

/** A page of changes. */
export type SettingChangePage = {
  /** Newest first. */
  rows: Array<SettingChange>;
  /** How many there are on all pages. */
  total: Scalars['Int']['output'];
};

/** What a value of a parameter is worth, before it is saved. */
export type SettingCheck = {
  /** Path inside the value that is at fault, e.g. `groups.0.label`; null for the value as a whole. */
  field: Maybe<Scalars['String']['output']>;
  /** The value may be saved. */
  isValid: Scalars['Boolean']['output'];
  /** French sentence when it may not. */
  message: Maybe<Scalars['String']['output']>;
  /** Next three runs of a cron value. */
  nextRuns: Array<Scalars['DateTime']['output']>;
};

/** A value that a parameter of kind `choice` may take. */
export type SettingChoice = {
  /** French, shown on screen. */
  label: Scalars['String']['output'];
  /** What is stored. */
  value: Scalars['String']['output'];
};

/** How a parameter is edited, and what its value looks like. */
export type SettingKind =
  /** One of `choices`. */
  | 'choice'
  /** List of codes, each a short text. */
  | 'codeList'
  /** Cron expression with five fields, in French time; null: never by itself. */
  | 'cron'
  /** Whole number of the unit in `unit`, between `min` and `max`. */
  | 'duration'
  /** True or false. */
  | 'flag'
  /** Types of vehicles: JSON, list of `{ key, label }`. */
  | 'fleetTypes'
  /** Whole number between `min` and `max`. */
  | 'int'
  /** A mail address, or null for none. */
  | 'mail'
  /** List of mail addresses. */
  | 'mailList'
  /** Never answered: `value` is null, `isSet` tells whether one is stored. Null empties it. */
  | 'secret'
  /** A line of text, or null for none. */
  | 'text'
  /** The form of « Visite ce jour »: JSON, see `graphql/src/rules/visit-form.ts`. */
  | 'visitForm';

/** A page of parameters. */
export type SettingPull = {
  /** Where the next page starts. */
  checkpoint: Checkpoint;
  /** In the order of the feed, oldest change first. */
  documents: Array<Setting>;
  /** Whether there is more after this page: a page ends at `limit` documents or at 4 MB, whichever comes first. */
  hasMore: Scalars['Boolean']['output'];
};

/** A new value of a parameter. */
export type SettingValueInput = {
  /** Name of the parameter. */
  name: Scalars['ID']['input'];
  /** True: back to the default; `value` is not read. */
  reset?: InputMaybe<Scalars['Boolean']['input']>;
  /** The new value. */
  value?: InputMaybe<Scalars['JSON']['input']>;
};

/** Order of a sorted list. */
export type SortDirection =
  /** Smallest, oldest or first of the alphabet first. */
  | 'asc'
  /** Greatest, newest or last of the alphabet first. */
  | 'desc';

/** What can be listened to. The file of each domain extends it. */
export type Subscription = {
  /** The bell: tells a device that a collection has something newer. Server-sent events. */
  changed: ChangeNotice;
};

/** A person of the « table de correspondance ». */
export type User = {
  /** Rep codes of this person; several are possible, none for an accountant. */
  cReps: Array<Scalars['String']['output']>;
  /** User code in winpneu. */
  cUser: Scalars['String']['output'];
  /** Key in the user table. */
  id: Scalars['ID']['output'];
  /** Mail address: the sender of what is sent in his name. */
  mail: Scalars['String']['output'];
  /** The user must change the password before anything else. */
  mustChangePassword: Scalars['Boolean']['output'];
  /** Name shown on screen and in mails. */
  nomAffiche: Scalars['String']['output'];
  /** What he may see and do. */
  role: Role;
  /** Windows user name, used to sign in. */
  userWindows: Scalars['String']['output'];
};

/** A line of an imported table that was not taken. */
export type UserImportFault = {
  /** Column at fault, as the header names it; null for the line as a whole. */
  column: Maybe<Scalars['String']['output']>;
  /** Line of the file, the header is line 1. */
  line: Scalars['Int']['output'];
  /** French sentence. */
  message: Scalars['String']['output'];
};

/** What an import did, or would do. */
export type UserImportReport = {
  /** Lines that make new users. */
  added: Scalars['Int']['output'];
  /** Lines that were not taken; the others were. */
  faults: Array<UserImportFault>;
  /** Nothing was written. */
  isDryRun: Scalars['Boolean']['output'];
  /** Lines that change nothing. */
  unchanged: Scalars['Int']['output'];
  /** Lines that change a user. */
  updated: Scalars['Int']['output'];
};

/** What an administrator writes in a line of the table. */
export type UserInput = {
  cAgence?: InputMaybe<Scalars['String']['input']>;
  cReps: Array<Scalars['String']['input']>;
  cUser: Scalars['String']['input'];
  mail: Scalars['String']['input'];
  nomAffiche: Scalars['String']['input'];
  role: Role;
  scopeKind: ScopeKind;
  userWindows: Scalars['String']['input'];
};

/** A visit noted in this CRM, with its structured answers. A rep pulls his own, and those to the prospects attached to him. */
export type Visit = {
  /** Answers to the visit form, or null. */
  answers: Maybe<Scalars['JSON']['output']>;
  /** Set for a visit to a client, else null. */
  cClient: Maybe<Scalars['String']['output']>;
  /** Code of the author in winpneu. */
  cUser: Scalars['String']['output'];
  /** What the author typed; null when he left it empty. */
  commentaire: Maybe<Scalars['String']['output']>;
  /** Day, `yyyy-mm-dd`. */
  date: Scalars['String']['output'];
  /** The document left the reach of this user: the device drops it. */
  deleted: Scalars['Boolean']['output'];
  /** `hh:mm`. */
  heure: Scalars['String']['output'];
  /** Name of the operation that brought it. */
  id: Scalars['ID']['output'];
  /** Set for a visit to a prospect, else null. */
  prospectId: Maybe<Scalars['String']['output']>;
};

/** A page of visits. */
export type VisitPull = {
  /** Where the next page starts. */
  checkpoint: Checkpoint;
  /** In the order of the feed, oldest change first. */
  documents: Array<Visit>;
  /** Whether there is more after this page: a page ends at `limit` documents or at 4 MB, whichever comes first. */
  hasMore: Scalars['Boolean']['output'];
};
