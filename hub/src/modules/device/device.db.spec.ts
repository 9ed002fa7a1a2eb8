import type { Device, DevicePage } from '@tournee/graphql';
import { dataOf, refusalOf } from '../../testing/test-admin.ts';
import { codeOf, startTestHub, type TestHub } from '../../testing/test-hub.ts';

const FIELDS =
  'id name userWindows lastSeenAt version documents unsent oldestUnsentAt reportedAt revokedAt revokedReason isCurrent';
const MINE = `{ myDevices { ${FIELDS} } }`;
const LIST = `query ($filter: DeviceFilter, $sort: DeviceSort) { adminDevices(filter: $filter, sort: $sort) { total rows { ${FIELDS} } } }`;
const REPORT = 'mutation ($report: DeviceReportInput!) { reportDevice(report: $report) }';
const REVOKE = `mutation ($id: ID!) { revokeDevice(id: $id) { ${FIELDS} } }`;
const REPORTED = { version: '0.2.0', documents: 4200, unsent: 3, oldestUnsentAt: '2026-11-20T08:00:00.000Z' };

describe('devices', () => {
  let test: TestHub;

  beforeEach(async () => {
    test = await startTestHub();
  });
  afterEach(() => test.remove());

  it('shows a person his own, with what they last said', async () => {
    const { accessToken, deviceId } = await test.signIn();
    await test.signIn();
    await test.signIn('pmartin');
    expect(codeOf(await test.query(REPORT, { report: REPORTED }, accessToken))).toBeNull();
    const mine = dataOf<Device[]>(await test.query(MINE, {}, accessToken), 'myDevices');
    expect(mine).toHaveLength(2);
    expect(mine.find(({ id }) => id === deviceId)).toMatchObject({
      ...REPORTED,
      isCurrent: true,
      userWindows: 'igarnier',
    });
  });

  it('does not take a date to come for the oldest operation, nor a negative count', async () => {
    const { accessToken } = await test.signIn();
    await test.query(
      REPORT,
      { report: { ...REPORTED, oldestUnsentAt: '2030-01-01T00:00:00.000Z' } },
      accessToken,
    );
    const [device] = dataOf<Device[]>(await test.query(MINE, {}, accessToken), 'myDevices');
    expect(device?.oldestUnsentAt).toBe(test.clock.now().toISOString());
    expect(
      refusalOf(await test.query(REPORT, { report: { ...REPORTED, unsent: -1 } }, accessToken)).field,
    ).toBe('unsent');
  });

  it('shows an administrator everybody’s, filtered and sorted', async () => {
    const { accessToken } = await test.signIn();
    await test.query(REPORT, { report: REPORTED }, accessToken);
    await test.signIn('pmartin');
    const admin = (await test.signIn('direction')).accessToken;
    const page = async (variables: object = {}): Promise<DevicePage> =>
      dataOf(await test.query(LIST, { ...variables }, admin), 'adminDevices');
    expect((await page()).total).toBe(3);
    expect((await page({ filter: { hasUnsent: true } })).rows.map((one) => one.userWindows)).toEqual([
      'igarnier',
    ]);
    const byName = await page({ sort: { key: 'nomAffiche', direction: 'asc' } });
    expect(byName.rows.map((one) => one.userWindows)).toEqual(['direction', 'igarnier', 'pmartin']);
    expect((await page({ filter: { text: 'MARTIN' } })).total).toBe(1);
  });

  it('is revoked by its owner or an administrator, and by nobody else', async () => {
    const own = await test.signIn();
    const other = await test.signIn();
    const stranger = await test.signIn('pmartin');
    const admin = await test.signIn('direction');
    const theirs = await test.query(REVOKE, { id: own.deviceId }, stranger.accessToken);
    const nobodys = await test.query(REVOKE, { id: 'none' }, stranger.accessToken);
    expect([codeOf(theirs), codeOf(nobodys)]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(codeOf(await test.query(LIST, {}, stranger.accessToken))).toBe('FORBIDDEN');
    const revoked = dataOf<Device>(
      await test.query(REVOKE, { id: other.deviceId }, own.accessToken),
      'revokeDevice',
    );
    expect(revoked.revokedReason).toBe('revoked-by-user');
    expect(codeOf(await test.query(MINE, {}, other.accessToken))).toBe('SESSION_REVOKED');
    await test.query(REVOKE, { id: own.deviceId }, admin.accessToken);
    expect(codeOf(await test.query(MINE, {}, own.accessToken))).toBe('SESSION_REVOKED');
    const left = dataOf<DevicePage>(
      await test.query(LIST, { filter: { isRevoked: false } }, admin.accessToken),
      'adminDevices',
    );
    expect(left.total).toBe(2);
  });
});
