import { AppError } from '../errors';
import type { Scope } from './scope';
import { supportFault, supportLooks } from './support-fault';
import { bindTenantLiteral, bindTenantSql } from './tenant-scope';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Binds a tenant as {@link bindTenantSql} does, and says that somebody of support acts: the database
 * asks whether they still may, signs every event with who it is, and lets nothing be written where
 * the tenant has granted no changes.
 *
 * @param bound - checked by bindTenantParams.
 * @param session - of support, at this tenant.
 * @throws Error when it is not a uuid.
 */
export function bindSupport(bound: [string, string], session: string) {
  if (!uuid.test(session)) throw new Error('The session id is not a uuid.');
  const bind = (to: string, tenant: string) =>
    `, platform.bind_support(${to}, ${tenant}) as may_write`;
  return {
    sql: bindTenantSql + bind('$3::text::uuid', '$1::text::uuid'),
    params: [...bound, session],
    literal: bindTenantLiteral(bound) + bind(`'${session}'`, `'${bound[0]}'`),
  };
}

/**
 * Waits until the database has said whether they may, before anything else is asked.
 *
 * @param opened - of a scope that {@link bindSupport} has bound.
 * @throws AppError forbidden for an access that has ended, and for a writing scope without a grant.
 */
export async function admitSupport({ write, support }: Scope, opened: Promise<unknown>) {
  const [, rows] = (await opened.catch((error) => {
    throw supportFault(error, support);
  })) as [unknown, { may_write: boolean | null }[]];
  const mayWrite = rows[0]?.may_write ?? null;
  if (mayWrite === null) throw new AppError('forbidden', 'This access of support has ended.');
  if (write && !mayWrite) throw new AppError('forbidden', supportLooks);
}
