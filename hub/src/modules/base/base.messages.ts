/** French texts that the base refresh puts into documents. */
export const baseMessages = {
  /** In place of a client's name, where winpneu has none: devices list and sort clients by it. */
  withoutName: '(sans nom)',
} as const;
