import type * as schema from './schema.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };


export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => schema.Maybe<TTypes> | Promise<schema.Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AdminSetting: ResolverTypeWrapper<schema.AdminSetting>;
  AdminUser: ResolverTypeWrapper<schema.AdminUser>;
  AdminUserFilter: schema.AdminUserFilter;
  AdminUserPage: ResolverTypeWrapper<schema.AdminUserPage>;
  AdminUserSort: schema.AdminUserSort;
  AdminUserSortKey: schema.AdminUserSortKey;
  BaseState: ResolverTypeWrapper<schema.BaseState>;
  Boolean: ResolverTypeWrapper<schema.Scalars['Boolean']['output']>;
  ChangeNotice: ResolverTypeWrapper<schema.ChangeNotice>;
  Checkpoint: ResolverTypeWrapper<schema.Checkpoint>;
  CheckpointInput: schema.CheckpointInput;
  Client: ResolverTypeWrapper<schema.Client>;
  ClientCa: ResolverTypeWrapper<schema.ClientCa>;
  ClientHistory: ResolverTypeWrapper<schema.ClientHistory>;
  ClientHistoryPull: ResolverTypeWrapper<schema.ClientHistoryPull>;
  ClientPull: ResolverTypeWrapper<schema.ClientPull>;
  ClientRelation: ResolverTypeWrapper<schema.ClientRelation>;
  DateTime: ResolverTypeWrapper<schema.Scalars['DateTime']['output']>;
  Device: ResolverTypeWrapper<schema.Device>;
  DeviceFilter: schema.DeviceFilter;
  DevicePage: ResolverTypeWrapper<schema.DevicePage>;
  DeviceReportInput: schema.DeviceReportInput;
  DeviceSort: schema.DeviceSort;
  DeviceSortKey: schema.DeviceSortKey;
  FieldConflict: ResolverTypeWrapper<schema.FieldConflict>;
  FieldConflictInput: schema.FieldConflictInput;
  FleetCount: ResolverTypeWrapper<schema.FleetCount>;
  Float: ResolverTypeWrapper<schema.Scalars['Float']['output']>;
  ID: ResolverTypeWrapper<schema.Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<schema.Scalars['Int']['output']>;
  IntegrationError: ResolverTypeWrapper<schema.IntegrationError>;
  IntegrationErrorEvent: ResolverTypeWrapper<schema.IntegrationErrorEvent>;
  IntegrationErrorEventKind: schema.IntegrationErrorEventKind;
  IntegrationErrorFilter: schema.IntegrationErrorFilter;
  IntegrationErrorPage: ResolverTypeWrapper<schema.IntegrationErrorPage>;
  IntegrationErrorSort: schema.IntegrationErrorSort;
  IntegrationErrorSortKey: schema.IntegrationErrorSortKey;
  IntegrationErrorState: schema.IntegrationErrorState;
  JSON: ResolverTypeWrapper<schema.Scalars['JSON']['output']>;
  Job: ResolverTypeWrapper<schema.Job>;
  JobRun: ResolverTypeWrapper<schema.JobRun>;
  JobRunFilter: schema.JobRunFilter;
  JobRunPage: ResolverTypeWrapper<schema.JobRunPage>;
  JobRunSort: schema.JobRunSort;
  JobRunSortKey: schema.JobRunSortKey;
  JobRunStatus: schema.JobRunStatus;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Operation: ResolverTypeWrapper<schema.Operation>;
  OperationInput: schema.OperationInput;
  OperationPull: ResolverTypeWrapper<schema.OperationPull>;
  OperationPushRow: schema.OperationPushRow;
  OperationReason: ResolverTypeWrapper<schema.OperationReason>;
  OperationReasonInput: schema.OperationReasonInput;
  OperationStatus: schema.OperationStatus;
  OutboxMail: ResolverTypeWrapper<schema.OutboxMail>;
  OutboxMailFilter: schema.OutboxMailFilter;
  OutboxMailPage: ResolverTypeWrapper<schema.OutboxMailPage>;
  OutboxMailSort: schema.OutboxMailSort;
  OutboxMailSortKey: schema.OutboxMailSortKey;
  OutboxMailStatus: schema.OutboxMailStatus;
  Prospect: ResolverTypeWrapper<schema.Prospect>;
  ProspectPull: ResolverTypeWrapper<schema.ProspectPull>;
  QuarantinePage: ResolverTypeWrapper<schema.QuarantinePage>;
  QuarantineReceipt: ResolverTypeWrapper<schema.QuarantineReceipt>;
  QuarantinedOperation: ResolverTypeWrapper<schema.QuarantinedOperation>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Reference: ResolverTypeWrapper<schema.Reference>;
  ReferencePull: ResolverTypeWrapper<schema.ReferencePull>;
  Role: schema.Role;
  ScopeKind: schema.ScopeKind;
  Session: ResolverTypeWrapper<schema.Session>;
  Setting: ResolverTypeWrapper<schema.Setting>;
  SettingChange: ResolverTypeWrapper<schema.SettingChange>;
  SettingChangePage: ResolverTypeWrapper<schema.SettingChangePage>;
  SettingCheck: ResolverTypeWrapper<schema.SettingCheck>;
  SettingChoice: ResolverTypeWrapper<schema.SettingChoice>;
  SettingKind: schema.SettingKind;
  SettingPull: ResolverTypeWrapper<schema.SettingPull>;
  SettingValueInput: schema.SettingValueInput;
  SortDirection: schema.SortDirection;
  String: ResolverTypeWrapper<schema.Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<schema.User>;
  UserImportFault: ResolverTypeWrapper<schema.UserImportFault>;
  UserImportReport: ResolverTypeWrapper<schema.UserImportReport>;
  UserInput: schema.UserInput;
  Visit: ResolverTypeWrapper<schema.Visit>;
  VisitPull: ResolverTypeWrapper<schema.VisitPull>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AdminSetting: schema.AdminSetting;
  AdminUser: schema.AdminUser;
  AdminUserFilter: schema.AdminUserFilter;
  AdminUserPage: schema.AdminUserPage;
  AdminUserSort: schema.AdminUserSort;
  BaseState: schema.BaseState;
  Boolean: schema.Scalars['Boolean']['output'];
  ChangeNotice: schema.ChangeNotice;
  Checkpoint: schema.Checkpoint;
  CheckpointInput: schema.CheckpointInput;
  Client: schema.Client;
  ClientCa: schema.ClientCa;
  ClientHistory: schema.ClientHistory;
  ClientHistoryPull: schema.ClientHistoryPull;
  ClientPull: schema.ClientPull;
  ClientRelation: schema.ClientRelation;
  DateTime: schema.Scalars['DateTime']['output'];
  Device: schema.Device;
  DeviceFilter: schema.DeviceFilter;
  DevicePage: schema.DevicePage;
  DeviceReportInput: schema.DeviceReportInput;
  DeviceSort: schema.DeviceSort;
  FieldConflict: schema.FieldConflict;
  FieldConflictInput: schema.FieldConflictInput;
  FleetCount: schema.FleetCount;
  Float: schema.Scalars['Float']['output'];
  ID: schema.Scalars['ID']['output'];
  Int: schema.Scalars['Int']['output'];
  IntegrationError: schema.IntegrationError;
  IntegrationErrorEvent: schema.IntegrationErrorEvent;
  IntegrationErrorFilter: schema.IntegrationErrorFilter;
  IntegrationErrorPage: schema.IntegrationErrorPage;
  IntegrationErrorSort: schema.IntegrationErrorSort;
  JSON: schema.Scalars['JSON']['output'];
  Job: schema.Job;
  JobRun: schema.JobRun;
  JobRunFilter: schema.JobRunFilter;
  JobRunPage: schema.JobRunPage;
  JobRunSort: schema.JobRunSort;
  Mutation: Record<PropertyKey, never>;
  Operation: schema.Operation;
  OperationInput: schema.OperationInput;
  OperationPull: schema.OperationPull;
  OperationPushRow: schema.OperationPushRow;
  OperationReason: schema.OperationReason;
  OperationReasonInput: schema.OperationReasonInput;
  OutboxMail: schema.OutboxMail;
  OutboxMailFilter: schema.OutboxMailFilter;
  OutboxMailPage: schema.OutboxMailPage;
  OutboxMailSort: schema.OutboxMailSort;
  Prospect: schema.Prospect;
  ProspectPull: schema.ProspectPull;
  QuarantinePage: schema.QuarantinePage;
  QuarantineReceipt: schema.QuarantineReceipt;
  QuarantinedOperation: schema.QuarantinedOperation;
  Query: Record<PropertyKey, never>;
  Reference: schema.Reference;
  ReferencePull: schema.ReferencePull;
  Session: schema.Session;
  Setting: schema.Setting;
  SettingChange: schema.SettingChange;
  SettingChangePage: schema.SettingChangePage;
  SettingCheck: schema.SettingCheck;
  SettingChoice: schema.SettingChoice;
  SettingPull: schema.SettingPull;
  SettingValueInput: schema.SettingValueInput;
  String: schema.Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  User: schema.User;
  UserImportFault: schema.UserImportFault;
  UserImportReport: schema.UserImportReport;
  UserInput: schema.UserInput;
  Visit: schema.Visit;
  VisitPull: schema.VisitPull;
};

export type AdminSettingResolvers<ContextType = any, ParentType extends ResolversParentTypes['AdminSetting'] = ResolversParentTypes['AdminSetting']> = {
  choices?: Resolver<Array<ResolversTypes['SettingChoice']>, ParentType, ContextType>;
  default?: Resolver<schema.Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  group?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  help?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isForDevices?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isSet?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SettingKind'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  max?: Resolver<schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  min?: Resolver<schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nextRuns?: Resolver<Array<ResolversTypes['DateTime']>, ParentType, ContextType>;
  unit?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedBy?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<schema.Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type AdminUserResolvers<ContextType = any, ParentType extends ResolversParentTypes['AdminUser'] = ResolversParentTypes['AdminUser']> = {
  cAgence?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cReps?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  cUser?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deviceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastSeenAt?: Resolver<schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  mail?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mustChangePassword?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nomAffiche?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  scopeKind?: Resolver<ResolversTypes['ScopeKind'], ParentType, ContextType>;
  signInLockedUntil?: Resolver<schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  userWindows?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AdminUserPageResolvers<ContextType = any, ParentType extends ResolversParentTypes['AdminUserPage'] = ResolversParentTypes['AdminUserPage']> = {
  rows?: Resolver<Array<ResolversTypes['AdminUser']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BaseStateResolvers<ContextType = any, ParentType extends ResolversParentTypes['BaseState'] = ResolversParentTypes['BaseState']> = {
  documentCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refreshedAt?: Resolver<schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  serverTime?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ChangeNoticeResolvers<ContextType = any, ParentType extends ResolversParentTypes['ChangeNotice'] = ResolversParentTypes['ChangeNotice']> = {
  collection?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CheckpointResolvers<ContextType = any, ParentType extends ResolversParentTypes['Checkpoint'] = ResolversParentTypes['Checkpoint']> = {
  epoch?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ClientResolvers<ContextType = any, ParentType extends ResolversParentTypes['Client'] = ResolversParentTypes['Client']> = {
  adr1Fac?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  adr2Fac?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  adr3Fac?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bic?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  burDisFac?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cAgence?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cApe?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cAttention?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cAutorisBl?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cCatc?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cFamClient?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cFraisFixe?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cModRgl1?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cPays?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cPer?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cRefOblig?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cRegpmtBl?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cRegpmtFac?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cReleve?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cRep?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cSfamClient?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cTitre?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cTypeFact?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ca?: Resolver<ResolversTypes['ClientCa'], ParentType, ContextType>;
  codemonnaie?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  codepays?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactDivers1?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactDivers2?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactDivers3?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactDivers4?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dateCreationSte?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deleted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  depFac?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fax?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fleet?: Resolver<schema.Maybe<Array<ResolversTypes['FleetCount']>>, ParentType, ContextType>;
  followUp?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  iban?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jour1?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastVisit?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nbJour1?: Resolver<schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  nomClient?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tel1?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tel2?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  typeEditionFac?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  villeFac?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ClientCaResolvers<ContextType = any, ParentType extends ResolversParentTypes['ClientCa'] = ResolversParentTypes['ClientCa']> = {
  annee?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cumul?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  cumulN1?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  mois?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
  moisN1?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
  totalN1?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ClientHistoryResolvers<ContextType = any, ParentType extends ResolversParentTypes['ClientHistory'] = ResolversParentTypes['ClientHistory']> = {
  deleted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  relations?: Resolver<Array<ResolversTypes['ClientRelation']>, ParentType, ContextType>;
};

export type ClientHistoryPullResolvers<ContextType = any, ParentType extends ResolversParentTypes['ClientHistoryPull'] = ResolversParentTypes['ClientHistoryPull']> = {
  checkpoint?: Resolver<ResolversTypes['Checkpoint'], ParentType, ContextType>;
  documents?: Resolver<Array<ResolversTypes['ClientHistory']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ClientPullResolvers<ContextType = any, ParentType extends ResolversParentTypes['ClientPull'] = ResolversParentTypes['ClientPull']> = {
  checkpoint?: Resolver<ResolversTypes['Checkpoint'], ParentType, ContextType>;
  documents?: Resolver<Array<ResolversTypes['Client']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ClientRelationResolvers<ContextType = any, ParentType extends ResolversParentTypes['ClientRelation'] = ResolversParentTypes['ClientRelation']> = {
  answers?: Resolver<schema.Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  auteur?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cUser?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  commentaire?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  date?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  heure?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  num?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  objet?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operation?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  origine?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeviceResolvers<ContextType = any, ParentType extends ResolversParentTypes['Device'] = ResolversParentTypes['Device']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  documents?: Resolver<schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nomAffiche?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  oldestUnsentAt?: Resolver<schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reportedAt?: Resolver<schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  revokedAt?: Resolver<schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  revokedReason?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  strayTokenAt?: Resolver<schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  unsent?: Resolver<schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  userWindows?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DevicePageResolvers<ContextType = any, ParentType extends ResolversParentTypes['DevicePage'] = ResolversParentTypes['DevicePage']> = {
  rows?: Resolver<Array<ResolversTypes['Device']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FieldConflictResolvers<ContextType = any, ParentType extends ResolversParentTypes['FieldConflict'] = ResolversParentTypes['FieldConflict']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mine?: Resolver<schema.Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  theirs?: Resolver<schema.Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type FleetCountResolvers<ContextType = any, ParentType extends ResolversParentTypes['FleetCount'] = ResolversParentTypes['FleetCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IntegrationErrorResolvers<ContextType = any, ParentType extends ResolversParentTypes['IntegrationError'] = ResolversParentTypes['IntegrationError']> = {
  auteur?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cUser?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  entityId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entityLabel?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  entityType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  firstTriedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['IntegrationErrorEvent']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastTriedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  payload?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['OperationReason'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['IntegrationErrorState'], ParentType, ContextType>;
  tries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IntegrationErrorEventResolvers<ContextType = any, ParentType extends ResolversParentTypes['IntegrationErrorEvent'] = ResolversParentTypes['IntegrationErrorEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['IntegrationErrorEventKind'], ParentType, ContextType>;
  message?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  payload?: Resolver<schema.Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type IntegrationErrorPageResolvers<ContextType = any, ParentType extends ResolversParentTypes['IntegrationErrorPage'] = ResolversParentTypes['IntegrationErrorPage']> = {
  rows?: Resolver<Array<ResolversTypes['IntegrationError']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type JobResolvers<ContextType = any, ParentType extends ResolversParentTypes['Job'] = ResolversParentTypes['Job']> = {
  isPaused?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isRunning?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastRun?: Resolver<schema.Maybe<ResolversTypes['JobRun']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nextRunAt?: Resolver<schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  nextRuns?: Resolver<Array<ResolversTypes['DateTime']>, ParentType, ContextType>;
  schedule?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scheduleSetting?: Resolver<schema.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type JobRunResolvers<ContextType = any, ParentType extends ResolversParentTypes['JobRun'] = ResolversParentTypes['JobRun']> = {
  attempt?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  counts?: Resolver<schema.Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  endedAt?: Resolver<schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  error?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hub?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  job?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requestedBy?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['JobRunStatus'], ParentType, ContextType>;
};

export type JobRunPageResolvers<ContextType = any, ParentType extends ResolversParentTypes['JobRunPage'] = ResolversParentTypes['JobRunPage']> = {
  rows?: Resolver<Array<ResolversTypes['JobRun']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addUser?: Resolver<ResolversTypes['AdminUser'], ParentType, ContextType, RequireFields<schema.MutationAddUserArgs, 'user'>>;
  changePassword?: Resolver<ResolversTypes['Session'], ParentType, ContextType, RequireFields<schema.MutationChangePasswordArgs, 'currentPassword' | 'newPassword'>>;
  closeIntegrationError?: Resolver<ResolversTypes['IntegrationError'], ParentType, ContextType, RequireFields<schema.MutationCloseIntegrationErrorArgs, 'id' | 'note'>>;
  importUsers?: Resolver<ResolversTypes['UserImportReport'], ParentType, ContextType, RequireFields<schema.MutationImportUsersArgs, 'csv' | 'dryRun'>>;
  liftSignInLock?: Resolver<ResolversTypes['AdminUser'], ParentType, ContextType, RequireFields<schema.MutationLiftSignInLockArgs, 'userId'>>;
  pushOperations?: Resolver<Array<ResolversTypes['Operation']>, ParentType, ContextType, RequireFields<schema.MutationPushOperationsArgs, 'rows'>>;
  quarantineOperations?: Resolver<ResolversTypes['QuarantineReceipt'], ParentType, ContextType, RequireFields<schema.MutationQuarantineOperationsArgs, 'rows'>>;
  refreshSession?: Resolver<ResolversTypes['Session'], ParentType, ContextType, Partial<schema.MutationRefreshSessionArgs>>;
  reopenIntegrationError?: Resolver<ResolversTypes['IntegrationError'], ParentType, ContextType, RequireFields<schema.MutationReopenIntegrationErrorArgs, 'id'>>;
  replayOperation?: Resolver<ResolversTypes['IntegrationError'], ParentType, ContextType, RequireFields<schema.MutationReplayOperationArgs, 'id'>>;
  reportDevice?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<schema.MutationReportDeviceArgs, 'report'>>;
  resetPassword?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<schema.MutationResetPasswordArgs, 'newPassword' | 'token'>>;
  retryMail?: Resolver<ResolversTypes['OutboxMail'], ParentType, ContextType, RequireFields<schema.MutationRetryMailArgs, 'id'>>;
  revokeDevice?: Resolver<ResolversTypes['Device'], ParentType, ContextType, RequireFields<schema.MutationRevokeDeviceArgs, 'id'>>;
  runJob?: Resolver<ResolversTypes['Job'], ParentType, ContextType, RequireFields<schema.MutationRunJobArgs, 'name'>>;
  sendPasswordReset?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<schema.MutationSendPasswordResetArgs, 'userId'>>;
  setJobPaused?: Resolver<ResolversTypes['Job'], ParentType, ContextType, RequireFields<schema.MutationSetJobPausedArgs, 'isPaused' | 'name'>>;
  setUserActive?: Resolver<ResolversTypes['AdminUser'], ParentType, ContextType, RequireFields<schema.MutationSetUserActiveArgs, 'id' | 'isActive'>>;
  signIn?: Resolver<ResolversTypes['Session'], ParentType, ContextType, RequireFields<schema.MutationSignInArgs, 'deviceName' | 'password' | 'userName'>>;
  signOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  updateSettings?: Resolver<Array<ResolversTypes['AdminSetting']>, ParentType, ContextType, RequireFields<schema.MutationUpdateSettingsArgs, 'changes'>>;
  updateUser?: Resolver<ResolversTypes['AdminUser'], ParentType, ContextType, RequireFields<schema.MutationUpdateUserArgs, 'id' | 'user'>>;
};

export type OperationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Operation'] = ResolversParentTypes['Operation']> = {
  cUser?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cites?: Resolver<schema.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  conflicts?: Resolver<schema.Maybe<Array<ResolversTypes['FieldConflict']>>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deleted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  entityId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entityType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  integratedAt?: Resolver<schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  notice?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  payload?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  reason?: Resolver<schema.Maybe<ResolversTypes['OperationReason']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OperationStatus'], ParentType, ContextType>;
};

export type OperationPullResolvers<ContextType = any, ParentType extends ResolversParentTypes['OperationPull'] = ResolversParentTypes['OperationPull']> = {
  checkpoint?: Resolver<ResolversTypes['Checkpoint'], ParentType, ContextType>;
  documents?: Resolver<Array<ResolversTypes['Operation']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type OperationReasonResolvers<ContextType = any, ParentType extends ResolversParentTypes['OperationReason'] = ResolversParentTypes['OperationReason']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OutboxMailResolvers<ContextType = any, ParentType extends ResolversParentTypes['OutboxMail'] = ResolversParentTypes['OutboxMail']> = {
  cause?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastError?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nextTryAt?: Resolver<schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recipients?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  response?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  senderAddress?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  senderName?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sentAt?: Resolver<schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OutboxMailStatus'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OutboxMailPageResolvers<ContextType = any, ParentType extends ResolversParentTypes['OutboxMailPage'] = ResolversParentTypes['OutboxMailPage']> = {
  rows?: Resolver<Array<ResolversTypes['OutboxMail']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProspectResolvers<ContextType = any, ParentType extends ResolversParentTypes['Prospect'] = ResolversParentTypes['Prospect']> = {
  adr1Fac?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  adr2Fac?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  adr3Fac?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bic?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  burDisFac?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cAgence?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cApe?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cAttention?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cAutorisBl?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cCatc?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cFamClient?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cFraisFixe?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cModRgl1?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cPays?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cPer?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cRefOblig?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cRegpmtBl?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cRegpmtFac?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cReleve?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cRep?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cSfamClient?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cTitre?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cTypeFact?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cUser?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  codemonnaie?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  codepays?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactDivers1?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactDivers2?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactDivers3?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactDivers4?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dateCreationSte?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deleted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  depFac?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fax?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  iban?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jour1?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastMovementAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  nbJour1?: Resolver<schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  nomClient?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ownerCUser?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tel1?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tel2?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  typeEditionFac?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  villeFac?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProspectPullResolvers<ContextType = any, ParentType extends ResolversParentTypes['ProspectPull'] = ResolversParentTypes['ProspectPull']> = {
  checkpoint?: Resolver<ResolversTypes['Checkpoint'], ParentType, ContextType>;
  documents?: Resolver<Array<ResolversTypes['Prospect']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type QuarantinePageResolvers<ContextType = any, ParentType extends ResolversParentTypes['QuarantinePage'] = ResolversParentTypes['QuarantinePage']> = {
  rows?: Resolver<Array<ResolversTypes['QuarantinedOperation']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QuarantineReceiptResolvers<ContextType = any, ParentType extends ResolversParentTypes['QuarantineReceipt'] = ResolversParentTypes['QuarantineReceipt']> = {
  kept?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type QuarantinedOperationResolvers<ContextType = any, ParentType extends ResolversParentTypes['QuarantinedOperation'] = ResolversParentTypes['QuarantinedOperation']> = {
  cites?: Resolver<schema.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deviceName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entityId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entityType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nomAffiche?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  payload?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = any, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  adminDevices?: Resolver<ResolversTypes['DevicePage'], ParentType, ContextType, RequireFields<schema.QueryAdminDevicesArgs, 'page' | 'pageSize'>>;
  adminIntegrationError?: Resolver<schema.Maybe<ResolversTypes['IntegrationError']>, ParentType, ContextType, RequireFields<schema.QueryAdminIntegrationErrorArgs, 'id'>>;
  adminIntegrationErrors?: Resolver<ResolversTypes['IntegrationErrorPage'], ParentType, ContextType, RequireFields<schema.QueryAdminIntegrationErrorsArgs, 'page' | 'pageSize'>>;
  adminJobRuns?: Resolver<ResolversTypes['JobRunPage'], ParentType, ContextType, RequireFields<schema.QueryAdminJobRunsArgs, 'page' | 'pageSize'>>;
  adminJobs?: Resolver<Array<ResolversTypes['Job']>, ParentType, ContextType>;
  adminMail?: Resolver<schema.Maybe<ResolversTypes['OutboxMail']>, ParentType, ContextType, RequireFields<schema.QueryAdminMailArgs, 'id'>>;
  adminMails?: Resolver<ResolversTypes['OutboxMailPage'], ParentType, ContextType, RequireFields<schema.QueryAdminMailsArgs, 'page' | 'pageSize'>>;
  adminQuarantine?: Resolver<ResolversTypes['QuarantinePage'], ParentType, ContextType, RequireFields<schema.QueryAdminQuarantineArgs, 'page' | 'pageSize'>>;
  adminSettingChanges?: Resolver<ResolversTypes['SettingChangePage'], ParentType, ContextType, RequireFields<schema.QueryAdminSettingChangesArgs, 'page' | 'pageSize'>>;
  adminSettings?: Resolver<Array<ResolversTypes['AdminSetting']>, ParentType, ContextType>;
  adminUser?: Resolver<schema.Maybe<ResolversTypes['AdminUser']>, ParentType, ContextType, RequireFields<schema.QueryAdminUserArgs, 'id'>>;
  adminUsers?: Resolver<ResolversTypes['AdminUserPage'], ParentType, ContextType, RequireFields<schema.QueryAdminUsersArgs, 'page' | 'pageSize'>>;
  baseState?: Resolver<ResolversTypes['BaseState'], ParentType, ContextType>;
  checkSetting?: Resolver<ResolversTypes['SettingCheck'], ParentType, ContextType, RequireFields<schema.QueryCheckSettingArgs, 'name'>>;
  exportUsers?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  me?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  myDevices?: Resolver<Array<ResolversTypes['Device']>, ParentType, ContextType>;
  pullClientHistories?: Resolver<ResolversTypes['ClientHistoryPull'], ParentType, ContextType, RequireFields<schema.QueryPullClientHistoriesArgs, 'limit'>>;
  pullClients?: Resolver<ResolversTypes['ClientPull'], ParentType, ContextType, RequireFields<schema.QueryPullClientsArgs, 'limit'>>;
  pullOperations?: Resolver<ResolversTypes['OperationPull'], ParentType, ContextType, RequireFields<schema.QueryPullOperationsArgs, 'limit'>>;
  pullProspects?: Resolver<ResolversTypes['ProspectPull'], ParentType, ContextType, RequireFields<schema.QueryPullProspectsArgs, 'limit'>>;
  pullReferences?: Resolver<ResolversTypes['ReferencePull'], ParentType, ContextType, RequireFields<schema.QueryPullReferencesArgs, 'limit'>>;
  pullSettings?: Resolver<ResolversTypes['SettingPull'], ParentType, ContextType, RequireFields<schema.QueryPullSettingsArgs, 'limit'>>;
  pullVisits?: Resolver<ResolversTypes['VisitPull'], ParentType, ContextType, RequireFields<schema.QueryPullVisitsArgs, 'limit'>>;
};

export type ReferenceResolvers<ContextType = any, ParentType extends ResolversParentTypes['Reference'] = ResolversParentTypes['Reference']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deleted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  libelle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  liste?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReferencePullResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReferencePull'] = ResolversParentTypes['ReferencePull']> = {
  checkpoint?: Resolver<ResolversTypes['Checkpoint'], ParentType, ContextType>;
  documents?: Resolver<Array<ResolversTypes['Reference']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SessionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deviceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refreshTokenHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type SettingResolvers<ContextType = any, ParentType extends ResolversParentTypes['Setting'] = ResolversParentTypes['Setting']> = {
  deleted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type SettingChangeResolvers<ContextType = any, ParentType extends ResolversParentTypes['SettingChange'] = ResolversParentTypes['SettingChange']> = {
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  newValue?: Resolver<schema.Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  oldValue?: Resolver<schema.Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  wasDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SettingChangePageResolvers<ContextType = any, ParentType extends ResolversParentTypes['SettingChangePage'] = ResolversParentTypes['SettingChangePage']> = {
  rows?: Resolver<Array<ResolversTypes['SettingChange']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SettingCheckResolvers<ContextType = any, ParentType extends ResolversParentTypes['SettingCheck'] = ResolversParentTypes['SettingCheck']> = {
  field?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isValid?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  message?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nextRuns?: Resolver<Array<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SettingChoiceResolvers<ContextType = any, ParentType extends ResolversParentTypes['SettingChoice'] = ResolversParentTypes['SettingChoice']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SettingPullResolvers<ContextType = any, ParentType extends ResolversParentTypes['SettingPull'] = ResolversParentTypes['SettingPull']> = {
  checkpoint?: Resolver<ResolversTypes['Checkpoint'], ParentType, ContextType>;
  documents?: Resolver<Array<ResolversTypes['Setting']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  changed?: SubscriptionResolver<ResolversTypes['ChangeNotice'], "changed", ParentType, ContextType>;
};

export type UserResolvers<ContextType = any, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  cReps?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  cUser?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mail?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mustChangePassword?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nomAffiche?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  userWindows?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserImportFaultResolvers<ContextType = any, ParentType extends ResolversParentTypes['UserImportFault'] = ResolversParentTypes['UserImportFault']> = {
  column?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserImportReportResolvers<ContextType = any, ParentType extends ResolversParentTypes['UserImportReport'] = ResolversParentTypes['UserImportReport']> = {
  added?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  faults?: Resolver<Array<ResolversTypes['UserImportFault']>, ParentType, ContextType>;
  isDryRun?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VisitResolvers<ContextType = any, ParentType extends ResolversParentTypes['Visit'] = ResolversParentTypes['Visit']> = {
  answers?: Resolver<schema.Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  cClient?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cUser?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  commentaire?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deleted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  heure?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  prospectId?: Resolver<schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type VisitPullResolvers<ContextType = any, ParentType extends ResolversParentTypes['VisitPull'] = ResolversParentTypes['VisitPull']> = {
  checkpoint?: Resolver<ResolversTypes['Checkpoint'], ParentType, ContextType>;
  documents?: Resolver<Array<ResolversTypes['Visit']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type Resolvers<ContextType = any> = {
  AdminSetting?: AdminSettingResolvers<ContextType>;
  AdminUser?: AdminUserResolvers<ContextType>;
  AdminUserPage?: AdminUserPageResolvers<ContextType>;
  BaseState?: BaseStateResolvers<ContextType>;
  ChangeNotice?: ChangeNoticeResolvers<ContextType>;
  Checkpoint?: CheckpointResolvers<ContextType>;
  Client?: ClientResolvers<ContextType>;
  ClientCa?: ClientCaResolvers<ContextType>;
  ClientHistory?: ClientHistoryResolvers<ContextType>;
  ClientHistoryPull?: ClientHistoryPullResolvers<ContextType>;
  ClientPull?: ClientPullResolvers<ContextType>;
  ClientRelation?: ClientRelationResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Device?: DeviceResolvers<ContextType>;
  DevicePage?: DevicePageResolvers<ContextType>;
  FieldConflict?: FieldConflictResolvers<ContextType>;
  FleetCount?: FleetCountResolvers<ContextType>;
  IntegrationError?: IntegrationErrorResolvers<ContextType>;
  IntegrationErrorEvent?: IntegrationErrorEventResolvers<ContextType>;
  IntegrationErrorPage?: IntegrationErrorPageResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Job?: JobResolvers<ContextType>;
  JobRun?: JobRunResolvers<ContextType>;
  JobRunPage?: JobRunPageResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Operation?: OperationResolvers<ContextType>;
  OperationPull?: OperationPullResolvers<ContextType>;
  OperationReason?: OperationReasonResolvers<ContextType>;
  OutboxMail?: OutboxMailResolvers<ContextType>;
  OutboxMailPage?: OutboxMailPageResolvers<ContextType>;
  Prospect?: ProspectResolvers<ContextType>;
  ProspectPull?: ProspectPullResolvers<ContextType>;
  QuarantinePage?: QuarantinePageResolvers<ContextType>;
  QuarantineReceipt?: QuarantineReceiptResolvers<ContextType>;
  QuarantinedOperation?: QuarantinedOperationResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Reference?: ReferenceResolvers<ContextType>;
  ReferencePull?: ReferencePullResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  Setting?: SettingResolvers<ContextType>;
  SettingChange?: SettingChangeResolvers<ContextType>;
  SettingChangePage?: SettingChangePageResolvers<ContextType>;
  SettingCheck?: SettingCheckResolvers<ContextType>;
  SettingChoice?: SettingChoiceResolvers<ContextType>;
  SettingPull?: SettingPullResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserImportFault?: UserImportFaultResolvers<ContextType>;
  UserImportReport?: UserImportReportResolvers<ContextType>;
  Visit?: VisitResolvers<ContextType>;
  VisitPull?: VisitPullResolvers<ContextType>;
};

