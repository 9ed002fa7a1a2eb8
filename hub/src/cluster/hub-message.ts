/** What the hubs of a cluster and the process that keeps them say to each other, over Node's channel between processes. */
export type HubMessage =
  /** The hub answers. `demo`: the demo accounts, in words; empty where there are none. */
  | { kind: 'ready'; port: number; demo: string }
  /** The hub may open the database. */
  | { kind: 'go' }
  /** The hub finishes what is in flight, and ends. */
  | { kind: 'stop' };
