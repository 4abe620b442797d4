import type { Permission } from '../auth/permissions';
import type { ScopedTx } from '../db/scoped-tx';
import type { Queries } from '../db/write-together';
import type { ActedVia } from '../events/record-event';
import type { Actor, TenantInfo } from '../tenancy/tenant';

/** The part of a scoped database the engine needs; the console has one of its own. */
export interface ResourceDb {
  read<T>(fn: (tx: ScopedTx) => Promise<T>): Promise<T>;
  write<T>(fn: (tx: ScopedTx) => Promise<T>): Promise<T>;
  /** Absent where several writes cannot share a flight. */
  writeTogether?(build: (tx: ScopedTx) => Queries): Promise<void>;
}

/** What the engine works with. A MemberContext is one, and so is the console's. */
export interface ResourceContext {
  /** Null on the root host. */
  tenant: TenantInfo | null;
  db: ResourceDb;
  actor?: Actor;
  via?: ActedVia;
  requestId?: string;
  /** Set where support acts as the person. */
  support?: { canWrite: boolean } | null;
  can(permission: Permission): boolean;
}
