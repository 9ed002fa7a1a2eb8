import type { AdminUser } from '@tournee/graphql';

export function aUser(changes: Partial<AdminUser> = {}): AdminUser {
  return {
    id: '7',
    userWindows: 'igarnier',
    cUser: 'GA00',
    mail: 'i.garnier@pneus.example',
    nomAffiche: 'Isabelle Garnier',
    role: 'commercial',
    scopeKind: 'rep',
    cAgence: null,
    cReps: ['GA00'],
    isActive: true,
    mustChangePassword: false,
    lastSeenAt: '2026-11-24T09:15:00.000Z',
    signInLockedUntil: null,
    deviceCount: 1,
    createdAt: '2026-01-05T08:00:00.000Z',
    updatedAt: '2026-01-05T08:00:00.000Z',
    ...changes,
  };
}
