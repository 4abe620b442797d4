import { textsOf } from './texts-of';
import type { Viewer } from './viewer';

/** A membership, from a row of check_session or check_api_key. */
export function membershipOf(row: Record<string, unknown>): NonNullable<Viewer['membership']> {
  return {
    id: String(row.membership_id),
    role: String(row.role),
    roleName: row.role_name === null ? null : String(row.role_name),
    isStaff: row.is_staff === true,
    isSuperuser: row.member_superuser === true,
    permissions: textsOf(row.permissions),
  };
}
