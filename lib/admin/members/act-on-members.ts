import type { ScopedTx } from '../../db/scoped-tx';
import type { RecordFate } from '../../resources/resource-action';
import type { ResourceContext } from '../../resources/resource-context';
import { lockMembers, type Member } from '../../tenancy/people/member';
import { removeMember } from '../../tenancy/people/remove-member';
import { setMemberActive } from '../../tenancy/people/set-member-active';
import { actingPerson, targetOf } from '../rights/acting-person';
import { activeFault, type Person, removalFault } from '../rights/member-rules';

type Act = (tx: ScopedTx, ctx: ResourceContext, ids: string[]) => Promise<RecordFate[]>;

/** Removes members, each with their event; who may not be removed is left, with the reason (S4.3). */
export const removeMembers: Act = (tx, ctx, ids) =>
  eachMember(tx, ctx, ids, {
    refuse: (actor, member) => removalFault(actor, targetOf(member)),
    run: (tenantId, member) => removeMember(tx, tenantId, member, ctx),
  });

/** Deactivates members, or takes that back. */
export function setMembersActive(isActive: boolean): Act {
  return (tx, ctx, ids) =>
    eachMember(tx, ctx, ids, {
      refuse: (actor, member) => {
        if (member.isDeactivated !== isActive) {
          return isActive ? 'They are active already.' : 'They are deactivated already.';
        }
        return activeFault(actor, targetOf(member));
      },
      run: (tenantId, member) => setMemberActive(tx, tenantId, { member, isActive }, ctx),
    });
}

interface Work {
  refuse(actor: Person, member: Member): string | null;
  run(tenantId: string, member: Member): Promise<void>;
}

async function eachMember(
  tx: ScopedTx,
  ctx: ResourceContext,
  ids: string[],
  { refuse, run }: Work,
): Promise<RecordFate[]> {
  const tenantId = ctx.tenant?.id ?? '';
  const members = await lockMembers(tx, tenantId, { ids });
  const actor = await actingPerson(tx, ctx);
  const fates: RecordFate[] = [];
  for (const member of members) {
    const why = refuse(actor, member);
    if (why === null) await run(tenantId, member);
    fates.push({ id: member.id, label: member.name, why });
  }
  return fates;
}
