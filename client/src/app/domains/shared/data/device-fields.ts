/** What is read of a device, for its user and for an administrator. */
export const DEVICE_FIELDS = `id name userId nomAffiche userWindows createdAt lastSeenAt version documents unsent
  oldestUnsentAt reportedAt strayTokenAt revokedAt revokedReason isCurrent`;
