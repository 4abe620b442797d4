// What rights there are.
import '../registry';

import { asc, eq } from 'drizzle-orm';
import { customRole } from '../../auth/permissions';
import { memberships, roles } from '../../db/schema/platform';
import { AppError, DeleteError, InvalidInput } from '../../errors';
import { recordEvent } from '../../events/record-event';
import type { ResourceContext } from '../../resources/resource-context';
import { rightsTag } from '../../tenancy/cache-tags';
import { lockMembers } from '../../tenancy/people/member';
import { setMemberRole } from '../../tenancy/people/set-member-role';
import { findRole, roleName } from '../members/find-role';
import { actingPerson, targetOf } from '../rights/acting-person';
import { roleEditFault, roleFault } from '../rights/member-rules';
import { lockRole } from './role';

/**
 * Deletes a role of the tenant's own; who has it gets another one in the same transaction.
 *
 * @param heir - what they get: `editor`, `member`, or `custom:<id>` of another role. Needed where
 *   somebody has the role.
 * @throws AppError not_found, forbidden; InvalidInput (`heir`) for what cannot be given; DeleteError
 *   for a role with rights that whoever asks has not themself.
 */
export async function deleteRole(ctx: ResourceContext, id: string, heir: string): Promise<void> {
  if (!ctx.can('roles.delete')) throw new AppError('forbidden', 'You may not delete roles.');
  const tenantId = ctx.tenant?.id ?? '';
  await ctx.db.write(async (tx) => {
    const role = await lockRole(tx, id);
    const actor = await actingPerson(tx, ctx);
    const fault = roleEditFault(actor, role.permissions);
    if (fault) throw new DeleteError(fault);
    const holders = await tx
      .select({ id: memberships.id })
      .from(memberships)
      .where(eq(memberships.roleId, id))
      .orderBy(asc(memberships.id));
    const next = heir === '' ? null : await findRole(tx, heir, 'heir');
    if (holders.length > 0) {
      if (!next || heir === roleName({ role: customRole, roleId: id })) {
        throw new InvalidInput({ heir: ['Choose what they get instead.'] });
      }
      const ids = holders.map((holder) => holder.id);
      for (const member of await lockMembers(tx, tenantId, { ids })) {
        const { isSuperuser } = member;
        const given = { ...next.rights, isSuperuser };
        const why = roleFault(actor, targetOf(member), given);
        if (why) throw new InvalidInput({ heir: [`${member.name}: ${why}`] });
        const change = { member, next: { ...next.role, isSuperuser } };
        await setMemberRole(tx, tenantId, change, ctx);
      }
    }
    await tx.delete(roles).where(eq(roles.id, id));
    await recordEvent(tx, ctx, {
      type: 'role.deleted',
      subjectId: id,
      payload: { resource: 'roles', label: role.name },
      cacheTags: [rightsTag(tenantId)],
    });
  });
}
