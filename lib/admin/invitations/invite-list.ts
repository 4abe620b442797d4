// What rights there are.
import '../registry';

import { asc } from 'drizzle-orm';
import { roles as builtIn, customRole } from '../../auth/permissions';
import { groups, roles } from '../../db/schema/platform';
import { AppError, InvalidInput } from '../../errors';
import type { ResourceContext } from '../../resources/resource-context';
import { emailFault } from '../../tenancy/provisioning/new-tenant';
import { roleName } from '../members/find-role';
import { builtInName } from '../roles/role-words';
import { type InviteOptions, invitePeople } from './invite-people';
import { type ListedLine, readList } from './read-list';
import { mostInvited, type Wish, type WishFate } from './wish';

/** What became of one line. */
export interface LineReport {
  text: string;
  outcome: WishFate['outcome'] | 'address' | 'group' | 'twice';
  /** Null where nothing is left to do. */
  why: string | null;
}

export interface ListReport {
  lines: LineReport[];
  /** The lines that are to be mended. */
  left: string;
}

interface ListOptions extends Pick<InviteOptions, 'days' | 'message'> {
  /** What people get whose line names no role, as `member`. */
  role: string;
}

/**
 * Invites everybody of a pasted list or CSV (S1.28). What can be invited is; the other lines come back
 * with the reason. Sent twice, it invites nobody twice.
 *
 * @throws InvalidInput (`list`) for an empty or too long one: nobody is invited then; as invitePeople.
 */
export async function inviteList(
  ctx: ResourceContext,
  text: string,
  { role, days, message }: ListOptions,
): Promise<ListReport> {
  if (!ctx.can('invitations.write')) throw new AppError('forbidden', 'You may not invite people.');
  const listed = readList(text);
  if (listed.length === 0) throw new InvalidInput({ list: ['Enter an address a line.'] });
  if (listed.length > mostInvited) {
    const fault = `At most ${mostInvited} people at once; these are ${listed.length}. Nobody was invited.`;
    throw new InvalidInput({ list: [fault] }, fault);
  }
  const judged = nameWishes(listed, await readNames(ctx), role);
  const wishes = judged.flatMap((one) => ('wish' in one ? [one.wish] : []));
  const fates = await invitePeople(ctx, wishes, { days, message, renews: false });
  const byEmail = new Map(fates.map((fate) => [fate.email, fate]));
  const lines = judged.map((one): LineReport => {
    if (!('wish' in one)) return one;
    const { outcome, why } = byEmail.get(one.wish.email) as WishFate;
    return { text: one.text, outcome, why };
  });
  const isLeft = ({ outcome, why }: LineReport) => why !== null && outcome !== 'member';
  return {
    lines,
    left: lines
      .filter((line) => isLeft(line) && line.outcome !== 'twice')
      .map((line) => line.text)
      .join('\n'),
  };
}

interface Names {
  roles: Map<string, string>;
  /** Null for who may not put people into groups. */
  groups: Map<string, string> | null;
}

/** What roles and groups are called here, in lower case. */
async function readNames(ctx: ResourceContext): Promise<Names> {
  return ctx.db.read(async (tx) => {
    const custom = await tx.select().from(roles).orderBy(asc(roles.name));
    const all = ctx.can('groups.write')
      ? await tx.select({ id: groups.id, name: groups.name }).from(groups)
      : null;
    const known = [
      ...custom.map(
        ({ id, name }) => [name.toLowerCase(), roleName({ role: customRole, roleId: id })] as const,
      ),
      // A role of one's own cannot hide a built-in one.
      ...builtIn.flatMap((role) => [
        [role, role] as const,
        [builtInName(role).toLowerCase(), role] as const,
      ]),
    ];
    return {
      roles: new Map(known),
      groups: all && new Map(all.map(({ id, name }) => [name.toLowerCase(), id])),
    };
  });
}

type Judged = LineReport | { text: string; wish: Wish };

function nameWishes(listed: ListedLine[], names: Names, usual: string): Judged[] {
  const seen = new Set<string>();
  return listed.map(({ text, email, role: named, groups: listedGroups }) => {
    const bad = (outcome: LineReport['outcome'], why: string) => ({ text, outcome, why });
    if (emailFault(email)) return bad('address', 'This is no email address.');
    if (seen.has(email)) return bad('twice', 'This address stands further up.');
    const role = named === '' ? usual : names.roles.get(named.toLowerCase());
    if (!role) return bad('role', `There is no role “${named.slice(0, 60)}”.`);
    const ids: string[] = [];
    for (const name of listedGroups) {
      if (!names.groups) return bad('group', 'You may not put people into groups.');
      const id = names.groups.get(name.toLowerCase());
      if (!id) return bad('group', `There is no group “${name.slice(0, 60)}”.`);
      ids.push(id);
    }
    seen.add(email);
    return { text, wish: { email, role, groups: [...new Set(ids)] } };
  });
}
