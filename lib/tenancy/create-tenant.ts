import type { PlatformDb, PlatformTx } from '../db/platform-tx';
import { domains, memberships, tenants } from '../db/schema/platform';
import { authors } from '../db/schema/tenant';
import { InvalidInput } from '../errors';
import { type EventOrigin, recordEvent } from '../events/record-event';
import { addPerson, findPerson, type Person } from './add-person';
import { hostTag, tenantTag } from './cache-tags';
import { madeUpPassword } from './made-up-password';
import { checkNewTenant, type NewTenant } from './new-tenant';
import { homeUrlOf } from './tenant-address';

/** A tenant that was made, and what its owner signs in with. */
export interface CreatedTenant {
  id: string;
  slug: string;
  name: string;
  /** Scheme and host under the root domain. */
  origin: string;
  owner: { id: string; email: string; name: string; isNew: boolean };
  /** A password that was made up for somebody new: it stands here once and nowhere else. */
  password?: string;
  /** What whoever asked should know. */
  notice?: string;
}

interface Options extends EventOrigin {
  /** lib/auth has it; it takes long, so it runs before the transaction. */
  hashPassword: (password: string) => Promise<string>;
}

/**
 * Makes a tenant with its owner, whose credentials work at once (S1.27, S4.19). Somebody who has an
 * account becomes the owner with the password they have: it is never changed from here.
 *
 * @param db - the console's or the CLI's.
 * @throws InvalidInput by field: what cannot be used (bad_input), what is taken (conflict).
 */
export async function createTenant(
  db: PlatformDb,
  input: NewTenant,
  { hashPassword, ...origin }: Options,
): Promise<CreatedTenant> {
  const given = checkNewTenant(input);
  const known = await db.read((tx) => findPerson(tx, given.ownerEmail));
  const password = given.ownerPassword ?? madeUpPassword();
  const passwordHash = known ? null : await hashPassword(password);
  const made = await db
    .write(async (tx) => {
      const owner = await takeOwner(tx, given, passwordHash);
      if (owner.isNew) await tellOfPerson(tx, origin, owner);
      const { id, version } = await insertTenant(tx, given, owner.id);
      await tx.inTenant(id, async (own) => {
        const slug = authorSlug(owner.name);
        await own.insert(authors).values({ slug, name: owner.name, userId: owner.id });
        await tellOfTenant(own, origin, { given, owner, id, version });
      });
      return { id, owner };
    })
    .catch(throwTaken);
  const { slug, name, ownerEmail: email } = given;
  const { id, name: ownerName, isNew } = made.owner;
  return {
    id: made.id,
    slug,
    name,
    origin: homeUrlOf(slug),
    owner: { id, email, name: ownerName, isNew },
    password: isNew && !given.ownerPassword ? password : undefined,
    notice: isNew ? undefined : noticeOf(email, given.ownerPassword !== undefined),
  };
}

type Owner = Person & { isNew: boolean };

async function takeOwner(
  tx: PlatformTx,
  { ownerEmail: email, ownerName }: NewTenant,
  passwordHash: string | null,
): Promise<Owner> {
  const name = ownerName ?? email.slice(0, email.indexOf('@'));
  const added = passwordHash && (await addPerson(tx, { email, name, passwordHash }));
  if (added) return { ...added, isNew: true };
  const found = await findPerson(tx, email);
  if (!found) throw new InvalidInput({ ownerEmail: ['This account was removed just now.'] });
  if (found.isActive) return { ...found, isNew: false };
  throw new InvalidInput({ ownerEmail: ['This person’s account is deactivated.'] });
}

async function insertTenant(tx: PlatformTx, given: NewTenant, ownerId: string) {
  const { slug, name, domain } = given;
  const [row] = await tx
    .insert(tenants)
    .values({ slug, name, ownerId })
    .returning({ id: tenants.id, version: tenants.schemaVersion });
  const { id: tenantId = '', version = 0 } = row ?? {};
  if (domain) {
    await tx.insert(domains).values({ tenantId, hostname: domain, verifiedAt: new Date() });
  }
  const rights = { role: 'owner', isStaff: true, isSuperuser: true } as const;
  await tx.insert(memberships).values({ tenantId, userId: ownerId, ...rights });
  return { id: tenantId, version };
}

async function tellOfPerson(tx: PlatformTx, origin: EventOrigin, person: Person): Promise<void> {
  const payload = { resource: 'users', label: person.name };
  await recordEvent(tx, origin, {
    type: 'user.created',
    subjectId: person.id,
    payload,
    cacheTags: [],
  });
}

async function tellOfTenant(
  own: Parameters<typeof recordEvent>[0],
  origin: EventOrigin,
  { given, owner, id, version }: { given: NewTenant; owner: Owner; id: string; version: number },
): Promise<void> {
  const { slug, name, domain } = given;
  await recordEvent(own, origin, {
    type: 'tenant.created',
    subjectId: id,
    payload: { resource: 'tenants', label: name, slug },
    // Who asked for these hosts before may have cached that they are nobody's.
    cacheTags: [tenantTag(id), hostTag(slug), ...(domain ? [hostTag(domain)] : [])],
  });
  // Its tables are those of the shared schema, which are up to date.
  await recordEvent(own, origin, {
    type: 'tenant.migrated',
    subjectId: id,
    payload: { resource: 'tenants', label: name, slug, version },
    cacheTags: [],
  });
  await recordEvent(own, origin, {
    type: 'member.added',
    subjectId: owner.id,
    payload: { resource: 'members', label: owner.name, role: 'owner', isNew: owner.isNew },
    cacheTags: [],
  });
}

const takenFields: Record<string, Record<string, string[]>> = {
  tenants_slug_key: { slug: ['Another tenant has this address.'] },
  domains_hostname_key: { domain: ['Another tenant has this domain.'] },
};

/** A name is free until somebody else's transaction commits, so PostgreSQL has the last word. */
function throwTaken(error: unknown): never {
  const cause = (error as { cause?: { code?: string; constraint_name?: string } }).cause;
  if (cause?.code !== '23505') throw error;
  const fields = takenFields[cause.constraint_name ?? ''];
  throw fields ? new InvalidInput(fields, undefined, 'conflict') : error;
}

function noticeOf(email: string, hadPassword: boolean): string {
  const stays = `${email} has an account already and signs in with the password they have.`;
  return hadPassword ? `${stays} The one given here was not used.` : stays;
}

function authorSlug(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'owner';
}
