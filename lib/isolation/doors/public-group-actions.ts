import { type ActionPlan, formCall, type Scene } from './action-plan';

/** Groups across tenants are the console's: staff of a tenant neither sees nor changes one. */
const plan = (own: ActionPlan['own']): ActionPlan => ({ on: 'root', right: 'staff', own });
const at = (name: string) => `app/(platform)/admin/public-groups/actions.ts#${name}`;

export const publicGroupActions: Record<string, ActionPlan> = {
  [at('saveGroup')]: plan(async (scene) => [
    formCall('a new group', {
      ...{ name: `Walked ${crypto.randomUUID()}`, description: '', _once: crypto.randomUUID() },
    }),
    formCall('another name', {
      ...{ _id: await addGroup(scene), name: `Walked ${crypto.randomUUID()}`, description: '' },
    }),
  ]),
  [at('addByEmail')]: plan(async (scene) => {
    const { email } = await addPerson(scene);
    return [formCall('somebody by email', { group: await addGroup(scene), email })];
  }),
  [at('addPerson')]: plan(async (scene) => {
    const { id } = await addPerson(scene);
    return [formCall('somebody', { group: await addGroup(scene), user: id })];
  }),
  [at('removePerson')]: plan(async (scene) => {
    const { id } = await addPerson(scene);
    return [formCall('somebody who is in it', { group: await addGroup(scene, id), user: id })];
  }),
  [at('sendToGroup')]: plan(async (scene) => {
    const { id } = await addPerson(scene);
    // Of neither tenant that is told apart.
    await scene.sql`
      insert into platform.memberships (tenant_id, user_id) values (${scene.world.sites.quiet.id}, ${id})`;
    const group = await addGroup(scene, id);
    return [formCall('a message', { group, title: 'Walked', body: '', key: crypto.randomUUID() })];
  }),
};

/** Makes a group across tenants, with one person in it or nobody. */
export async function addGroup({ sql }: Scene, userId?: string): Promise<string> {
  const [row] = await sql`
    insert into platform.public_groups (name) values (${`Walked ${crypto.randomUUID()}`}) returning id`;
  if (userId) {
    await sql`
      insert into platform.public_group_members (group_id, user_id) values (${row?.id}, ${userId})`;
  }
  return String(row?.id);
}

async function addPerson({ sql }: Scene) {
  const email = `sailor-${crypto.randomUUID()}@walked.test`;
  const [row] = await sql`
    insert into platform.users (email, name) values (${email}, 'Sailor') returning id`;
  return { id: String(row?.id), email };
}
