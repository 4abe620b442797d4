// What rights there are.
import '../registry';

import { asc } from 'drizzle-orm';
import { roles as builtIn } from '../../auth/permissions';
import { groups, roles } from '../../db/schema/platform';
import type { ResourceContext } from '../../resources/resource-context';
import { namedRoles } from '../members/named-roles';
import { actingPerson } from '../rights/acting-person';
import { inviterFault } from './inviter-fault';

/** What the forms of invitations offer. */
export interface InviteChoices {
  /** Roles that whoever asks may invite to. */
  roles: { id: string; label: string }[];
  /** None for who may not put people into groups. */
  groups: { id: string; label: string }[];
}

/** Reads what somebody may invite to: what they may not is not offered. */
export function readInviteChoices(ctx: ResourceContext): Promise<InviteChoices> {
  return ctx.db.read(async (tx) => {
    const actor = await actingPerson(tx, ctx);
    const custom = await tx.select().from(roles).orderBy(asc(roles.name));
    // The least first: it is what is chosen unless somebody chooses.
    const all = namedRoles(custom, [...builtIn].reverse());
    const mayGroup = ctx.can('groups.write');
    return {
      roles: all
        .filter(({ rights }) => inviterFault(actor, rights) === null)
        .map(({ id, label }) => ({ id, label })),
      groups: mayGroup
        ? await tx
            .select({ id: groups.id, label: groups.name })
            .from(groups)
            .orderBy(asc(groups.name), asc(groups.id))
            .limit(500)
        : [],
    };
  });
}
