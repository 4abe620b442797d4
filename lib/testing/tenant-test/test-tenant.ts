import { randomBytes } from 'node:crypto';
import { hashPassword } from '../../auth/hash-password';
import type { Role } from '../../auth/permissions';
import type { PlatformDb } from '../../db/platform-tx';
import { memberships } from '../../db/schema/platform';
import { demoPassword } from '../../demo/demo-people';
import { recordEvent } from '../../events/record-event';
import { addPerson } from '../../tenancy/add-person';
import { provisionTenant } from '../../tenancy/provisioning/provision-tenant';

export interface TestPerson {
  id: string;
  name: string;
  email: string;
}

/** A tenant of a test, made as the console makes one, and its people. */
export interface TestTenant {
  id: string;
  slug: string;
  name: string;
  /** Their password is {@link testPassword}. The member has no staff rights. */
  people: Record<'owner' | 'editor' | 'member', TestPerson>;
}

/** Of everybody in a test. */
export const testPassword = demoPassword;

let hash: Promise<string> | undefined;

/** The hash costs a hundred times what a row costs, and everybody has the same password. */
const knownHash = () => {
  hash ??= hashPassword(testPassword);
  return hash;
};

/**
 * Makes a tenant through {@link provisionTenant}, with an owner, an editor and a member.
 *
 * @param db - made by openOwnerDb.
 * @param word - what its slug and name begin with.
 */
export async function makeTestTenant(db: PlatformDb, word: string): Promise<TestTenant> {
  const mark = randomBytes(5).toString('hex');
  const [slug, name] = [`${word.toLowerCase()}-${mark}`, `${word} ${mark}`];
  const personOf = (role: string) => ({
    name: `${role} of ${name}`,
    email: `${role.toLowerCase()}@${slug}.example.com`,
  });
  const owner = personOf('Owner');
  const input = {
    ...{ slug, name, ownerEmail: owner.email, ownerName: owner.name },
    content: 'none' as const,
  };
  const made = await provisionTenant(db, input, { hashPassword: knownHash });
  const { id } = made.tenant;
  const [editor, member] = [
    await addMember(db, id, personOf('Editor'), 'editor'),
    await addMember(db, id, personOf('Member'), 'member'),
  ];
  return { id, slug, name, people: { owner: { ...owner, id: made.owner.id }, editor, member } };
}

async function addMember(
  db: PlatformDb,
  tenantId: string,
  person: Omit<TestPerson, 'id'>,
  role: Role,
): Promise<TestPerson> {
  const passwordHash = await knownHash();
  return db.write(async (tx) => {
    const added = await addPerson(tx, { ...person, passwordHash });
    if (!added) throw new Error(`Somebody has the address ${person.email} already.`);
    const isStaff = role !== 'member';
    await tx.insert(memberships).values({ tenantId, userId: added.id, role, isStaff });
    await tx.inTenant(tenantId, (own) =>
      recordEvent(
        own,
        {},
        {
          type: 'member.added',
          subjectId: added.id,
          payload: { resource: 'members', label: person.name, role, isNew: true },
          cacheTags: [],
        },
      ),
    );
    return { ...person, id: added.id };
  });
}
