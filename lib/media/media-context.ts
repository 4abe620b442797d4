import type { Permission } from '../auth/permissions';
import type { ScopedTx } from '../db/scoped-tx';
import type { EventOrigin } from '../events/record-event';

/** What work with a tenant's files needs. A MemberContext is one, and so is the API's. */
export interface MediaContext extends EventOrigin {
  tenant: { id: string };
  db: {
    read<T>(fn: (tx: ScopedTx) => Promise<T>): Promise<T>;
    write<T>(fn: (tx: ScopedTx) => Promise<T>): Promise<T>;
  };
  can(permission: Permission): boolean;
}
