import {
  ALL_SCOPE,
  type FeedDocument,
  listeRepository,
  type Queryable,
  settingRepository,
  syncDocRepository,
} from '@tournee/db';
import {
  type CollectionName,
  type Reference,
  SETTINGS,
  type SettingName,
  settingValue,
} from '@tournee/graphql';
import type { DocumentContext } from './base-context.ts';
import { textOrNull } from './client-document.ts';
import { feedBody } from './feed-body.ts';

const IDS_PER_PAGE = 1000;
/** Without the exact values: which parameters devices need may change. */
const DEFINITIONS: Readonly<Record<SettingName, { readonly device: boolean }>> = SETTINGS;

/** The values of the drop-down lists; those that winpneu no longer has leave. */
export async function buildReferenceDocuments(
  q: Queryable,
  context: DocumentContext,
): Promise<FeedDocument[]> {
  const rows = await listeRepository(q).all();
  const bodies = new Map<string, string>();
  for (const row of rows) {
    const liste = row.liste.trim();
    const code = row.code.trim();
    const document: Omit<Reference, 'deleted'> = {
      id: `${liste}:${code}`,
      liste,
      code,
      libelle: row.libelle.trim(),
      parent: textOrNull(row.parent),
    };
    bodies.set(document.id, feedBody('reference', document));
  }
  return wholeCollection(q, 'reference', bodies, context);
}

/** The parameters that devices need, with their default where nothing is stored. */
export async function buildSettingDocuments(q: Queryable, context: DocumentContext): Promise<FeedDocument[]> {
  const stored = await settingRepository(q).all();
  const names = (Object.keys(SETTINGS) as SettingName[]).filter((name) => DEFINITIONS[name].device);
  const bodies = names.map((name): [string, string] => {
    return [name, feedBody('setting', { id: name, value: settingValue(name, stored.get(name)) })];
  });
  return wholeCollection(q, 'setting', new Map(bodies), context);
}

/** Documents of a collection that everybody pulls, and of what is in the feed without being in `bodies`. */
async function wholeCollection(
  q: Queryable,
  collection: CollectionName,
  bodies: ReadonlyMap<string, string>,
  context: DocumentContext,
): Promise<FeedDocument[]> {
  const scopes = [ALL_SCOPE].filter((scope) => context.scopes.has(scope));
  const documents = [...bodies].map(([id, body]): FeedDocument => ({ collection, id, scopes, body }));
  for (const id of await allLiveIds(q, collection)) {
    if (!bodies.has(id)) documents.push({ collection, id, scopes: [], body: '' });
  }
  return documents;
}

async function allLiveIds(q: Queryable, collection: CollectionName): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const page = await syncDocRepository(q).liveIds(collection, ids.at(-1) ?? '', IDS_PER_PAGE);
    ids.push(...page);
    if (page.length < IDS_PER_PAGE) return ids;
  }
}
