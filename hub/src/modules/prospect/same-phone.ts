import { clientsWithPhone, prospectRepository, type Queryable } from '@tournee/db';
import { phoneKeys, type ProspectCard, samePhone } from '@tournee/graphql';
import type { Viewer } from '../../context.ts';
import { prospectMessages } from './prospect.messages.ts';
import { scopesOfProspect } from './prospect-document.ts';

const NAMES_MAX = 3;

/**
 * A sentence that names the prospects and clients with the same phone number, null for none. Only those that the author
 * may read: that another rep knows somebody with this number is not his to learn. It is a warning, never a refusal: the
 * device has asked already, and two firms may share a switchboard.
 */
export async function samePhoneNotice(
  tx: Queryable,
  viewer: Viewer,
  prospect: ProspectCard & { id: string },
): Promise<string | null> {
  const keys = phoneKeys(prospect);
  if (keys.length === 0) return null;
  const prospects = (await prospectRepository(tx).withPhone(keys)).filter((row) =>
    scopesOfProspect(row).some((scope) => viewer.scopes.includes(scope)),
  );
  const clients = (await clientsWithPhone(tx, keys, viewer.scopes)).map((row) => ({
    ...row,
    id: row.cClient,
  }));
  const same = [...samePhone(prospect, prospects), ...samePhone(prospect, clients)];
  const names = same.slice(0, NAMES_MAX).map(({ nomClient }) => nomClient?.trim() || '—');
  return names.length === 0 ? null : prospectMessages.samePhone(names);
}
