/** That a superuser of the platform acts as somebody of a tenant: who, why, until when. */
export interface SupportAccess {
  /** Of the access, as the audit log names it. */
  id: string;
  superuserId: string;
  superuserName: string;
  reason: string;
  /** The tenant has granted it, and it was asked for: true at this moment. */
  canWrite: boolean;
  expiresAt: Date;
}

/** Reads what the database tells of a session; null for one that is the person's own. */
export function supportAccess(told: Record<string, unknown> | null): SupportAccess | null {
  if (!told) return null;
  return {
    id: String(told.id),
    superuserId: String(told.superuserId),
    superuserName: String(told.superuserName),
    reason: String(told.reason),
    canWrite: told.canWrite === true,
    expiresAt: new Date(String(told.expiresAt)),
  };
}
