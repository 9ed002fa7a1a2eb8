import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { ExtractSize } from '@tournee/db/demo';
import { HubRefusal } from '../hub/device-session.ts';
import { newVisit } from '../hub/new-visit.ts';
import { benchBase } from './bench-base.ts';
import { type KeptDevice, keptDevices } from './kept-devices.ts';
import { below, type BenchResult, ms, quantile } from './result.ts';

const SIZE: ExtractSize = { clients: 2000, relations: 8000, reps: 40 };
const DEVICES = 500;
/** As many times one device alone, one after the other. */
const ALONE = 20;
const HUB_MEMORY_MB = 512;
const TRIES = 8;

interface Return {
  milliseconds: number;
  tries: number;
  streams: AbortController[];
}

/**
 * All laptops find the hub again at the same moment, behind one address: each renews its session, opens the bell, pulls
 * all collections from where it was and sends one visit.
 */
export async function benchReconnect(): Promise<BenchResult[]> {
  const base = await benchBase(SIZE, { name: '', scope: '' });
  try {
    const devices = await keptDevices(base.dataFolder, base.hub.url, DEVICES + ALONE);
    const alone: Return[] = [];
    for (const device of devices.slice(0, ALONE)) alone.push(await comeBack(device));
    const before = await peakMemory(base.hub.pid);
    const started = performance.now();
    const outcomes = await Promise.allSettled(devices.slice(ALONE).map(comeBack));
    const whole = performance.now() - started;
    const peak = await peakMemory(base.hub.pid);
    const back = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    for (const { streams } of [...alone, ...back]) for (const stream of streams) stream.abort();
    return [completeness(outcomes, back, whole, alone), ...memory(before, peak)];
  } finally {
    await base.close();
  }
}

function completeness(
  outcomes: readonly PromiseSettledResult<Return>[],
  back: readonly Return[],
  whole: number,
  alone: readonly Return[],
): BenchResult {
  const p95 = (returns: readonly Return[]): string =>
    ms(
      quantile(
        returns.map((one) => one.milliseconds),
        0.95,
      ),
    );
  const again = back.filter(({ tries }) => tries > 1).length;
  const [lost] = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [String(outcome.reason)] : [],
  );
  const figures =
    `of ${String(outcomes.length)} at once, p95 ${p95(back)}, all in ${ms(whole)}; one alone: p95 ${p95(alone)}; ` +
    `${String(again)} needed a second try${lost === undefined ? '' : `; e.g. ${lost}`}`;
  return below('devices not back', outcomes.length - back.length, 0, 'devices', figures);
}

/** The whole of one return. What fails is tried again, as the app does; what the hub refuses by name is final. */
async function comeBack({ device, cUser, cClient }: KeptDevice): Promise<Return> {
  const started = performance.now();
  const streams: AbortController[] = [];
  device.note(newVisit(cUser, cClient, 'Visite après la panne.'));
  const steps = [
    () => device.session.renew(),
    async () => void streams.push(await device.session.listen()),
    () => device.pullAll(),
    () => device.push(),
  ];
  let tries = 1;
  for (const step of steps) tries = Math.max(tries, await insistently(step));
  if (device.outbox.length > 0) throw new Error('The hub left a visit without an answer.');
  return { milliseconds: performance.now() - started, tries, streams };
}

/** @returns how many tries it took */
async function insistently(step: () => Promise<void>): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    try {
      await step();
      return tries;
    } catch (error) {
      const isFinal = error instanceof HubRefusal && error.code !== 'INTERNAL';
      if (isFinal || tries === TRIES) throw error;
      await delay(Math.min(500 * 2 ** (tries - 1), 4000) * (0.6 + 0.4 * Math.random()));
    }
  }
}

/** The most that a process ever had resident, as its kernel counted, in MB; null but on Linux, without a tool. */
async function peakMemory(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => '');
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(status) ?? [];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

function memory(before: number | null, peak: number | null): BenchResult[] {
  if (before === null || peak === null) return [];
  return [
    below(
      'hub memory at its peak',
      peak,
      HUB_MEMORY_MB,
      'MB',
      `${before.toFixed(0)} MB before they came back`,
    ),
  ];
}
