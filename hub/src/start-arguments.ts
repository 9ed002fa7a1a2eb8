import { parseArgs } from 'node:util';
import { StartupProblem } from './startup-problem.ts';

export interface StartArguments {
  hasDemo: boolean;
  isHelp: boolean;
  /** How many hubs share the database. */
  hubs: number;
  /** Port of the balancer that this process is a hub behind; null when it stands alone. */
  behind: number | null;
}

/** More processes than that are a matter for several machines. */
const HUBS_MAX = 16;

/** @throws {StartupProblem} for an option that is not there, or a number that is none */
export function readStartArguments(args?: readonly string[]): StartArguments {
  const { demo, help, hubs, behind } = parse(args);
  return {
    hasDemo: demo ?? false,
    isHelp: help ?? false,
    hubs: hubs === undefined ? 1 : readNumber('--hubs', hubs, HUBS_MAX),
    behind: behind === undefined ? null : readNumber('--behind', behind, 65_535),
  };
}

interface Given {
  demo?: boolean | undefined;
  help?: boolean | undefined;
  hubs?: string | undefined;
  behind?: string | undefined;
}

function parse(args: readonly string[] | undefined): Given {
  try {
    const { values } = parseArgs({
      ...(args === undefined ? {} : { args: [...args] }),
      options: {
        demo: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        hubs: { type: 'string' },
        behind: { type: 'string' },
      },
    });
    return values;
  } catch (error) {
    throw new StartupProblem(error instanceof Error ? `${error.message}.` : 'Bad arguments.');
  }
}

function readNumber(option: string, text: string, max: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= max) return value;
  throw new StartupProblem(`${option} must be a number from 1 to ${String(max)}.`);
}
