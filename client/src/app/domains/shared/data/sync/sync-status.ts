/** What the tab that synchronises tells the others, and what screens are made of. */
export interface SyncStatus {
  isReachable: boolean;
  /** It is known whether the hub can be reached: it has answered once, or failed to. */
  isLinkKnown: boolean;
  /** The hub answers, but no longer understands this version of the app. */
  isTooOld: boolean;
  /** Something is being pulled or pushed. */
  isActive: boolean;
  /** Date of the base, as of the last time everything was pulled. ISO 8601. */
  refreshedAt: string | null;
  /** The hub's time before everything was last pulled to its end, ISO 8601; null before. */
  pulledAt: string | null;
  /** Documents of the first synchronisation; null once it is complete. */
  firstSync: { received: number; total: number } | null;
  /** What is wrong with the connection, in French; null when fine or plainly offline. */
  problem: string | null;
  /** How far the device's clock is ahead of the hub's, in milliseconds, as last measured; 0 when it is right. */
  clockOffset: number;
}

export const UNKNOWN_STATUS: SyncStatus = {
  isReachable: false,
  isLinkKnown: false,
  isTooOld: false,
  isActive: false,
  refreshedAt: null,
  pulledAt: null,
  firstSync: null,
  problem: null,
  clockOffset: 0,
};
