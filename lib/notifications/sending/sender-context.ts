import type { Permission } from '../../auth/permissions';
import type { ScopedDb } from '../../db/scoped-db';
import { AppError } from '../../errors';
import type { ActedVia } from '../../events/record-event';
import type { Actor, TenantInfo } from '../../tenancy/tenant';

/** Who sends, and looks at what was sent. A MemberContext is one. */
export interface SenderContext {
  tenant: TenantInfo;
  db: Pick<ScopedDb, 'read' | 'write'>;
  actor?: Actor;
  via?: ActedVia;
  requestId?: string;
  can(permission: Permission): boolean;
}

/** @throws AppError forbidden for who may not send. */
export function demandSender(ctx: SenderContext): void {
  if (!ctx.can('notifications.write')) {
    throw new AppError('forbidden', 'You may not send notifications here.');
  }
}

/** @throws AppError forbidden for who may not see what was sent. */
export function demandReader(ctx: SenderContext): void {
  if (!ctx.can('notifications.read')) {
    throw new AppError('forbidden', 'You may not see what was sent here.');
  }
}
