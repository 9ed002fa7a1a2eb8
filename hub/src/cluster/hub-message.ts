/** What the hubs of a cluster and the process that keeps them say to each other, over Node's channel between processes. */
export type HubMessage =
  /** The hub answers. `notice`: how to get in, in words; empty where that is known. */
  | { kind: 'ready'; port: number; notice: string }
  /** The hub may open the database. */
  | { kind: 'go' }
  /** The hub finishes what is in flight, and ends. */
  | { kind: 'stop' };
