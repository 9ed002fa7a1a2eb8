import type { OperationInput } from '@tournee/graphql';

/** Two such faults in one push: the database is away, and whatever follows would only wait for it too. */
const TRANSIENT_MAX = 2;

/** What one push could not answer: the device sends it again, and what builds upon it must not go before it. */
export class Unsettled {
  readonly #names = new Set<string>();
  readonly #faults: unknown[] = [];
  #transient = 0;

  /** Whether an operation must wait for one that was not answered. */
  mustWait(input: Pick<OperationInput, 'entityId' | 'cites'>): boolean {
    return this.#transient >= TRANSIENT_MAX || causesOf(input).some((name) => this.#names.has(name));
  }

  leave(name: string): void {
    this.#names.add(name);
  }

  /** @returns whether it is the first fault, which is thrown, and logged where that is caught */
  meet(name: string, fault: unknown, isTransient: boolean): boolean {
    this.leave(name);
    if (isTransient) this.#transient += 1;
    return this.#faults.push(fault) === 1;
  }

  /** To be called when all others are answered. */
  throwFirst(): void {
    if (this.#faults.length > 0) throw this.#faults[0];
  }
}

/** What an operation builds upon: the one it cites, and the creation of its prospect, which bears the prospect's id. */
export function causesOf({ entityId, cites }: Pick<OperationInput, 'entityId' | 'cites'>): string[] {
  return cites == null ? [entityId] : [entityId, cites];
}
