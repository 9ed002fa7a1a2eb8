import { type Fault, NO_FAULT } from './fault.ts';
import type { FaultPlan } from './fault-proxy.ts';

/** Everything meets the same fault. */
export function always(fault: Fault): FaultPlan {
  return () => fault;
}

/** The first requests of an operation meet one fault after the other; then, as everything else does, they pass. */
export function inTurn(operation: string, ...faults: Fault[]): FaultPlan {
  return (request) => (request.operation === operation ? (faults.shift() ?? NO_FAULT) : NO_FAULT);
}

/** Of some operations so many requests pass, each; from then on they meet the fault. */
export function after(count: number, operations: readonly string[], fault: Fault): FaultPlan {
  const seen = new Map<string, number>();
  return ({ operation }) => {
    const passed = seen.get(operation) ?? 0;
    seen.set(operation, passed + 1);
    return operations.includes(operation) && passed >= count ? fault : NO_FAULT;
  };
}
