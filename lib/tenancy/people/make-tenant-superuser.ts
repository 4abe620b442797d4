import { and, eq } from 'drizzle-orm';
import type { PlatformDb, PlatformTx } from '../../db/platform-tx';
import { memberships, tenants } from '../../db/schema/platform';
import { InactiveError, InvalidInput, TenantNotFound } from '../../errors';
import { type EventOrigin, recordEvent, recordEvents } from '../../events/record-event';
import { addPerson, findPerson, type Person } from '../add-person';
import { rightsTag } from '../cache-tags';
import { madeUpPassword } from '../made-up-password';
import { emailFault, nameFault, passwordFault } from '../provisioning/new-tenant';

export interface NewTenantSuperuser {
  email: string;
  /** Of somebody new; without it the part of the email before the @. */
  name?: string;
  /** Of somebody new; without it one is made up. */
  password?: string;
}

export interface TenantSuperuser {
  id: string;
  email: string;
  isNew: boolean;
  /** A password that was made up: it stands here once and nowhere else. */
  password?: string;
}

type Hash = { hashPassword: (password: string) => Promise<string> };

/**
 * Lets somebody do everything in one tenant (S3.17): who is no member becomes an admin, who is one
 * keeps the role. Who has an account keeps their password. Again changes nothing.
 *
 * @param db - the CLI's.
 * @throws InvalidInput by field, of that InactiveError (`email`); TenantNotFound.
 */
export async function makeTenantSuperuser(
  db: PlatformDb,
  tenantId: string,
  input: NewTenantSuperuser,
  { hashPassword, ...origin }: Hash & EventOrigin,
): Promise<TenantSuperuser> {
  const email = input.email.trim().toLowerCase();
  const name = input.name?.trim() || email.slice(0, email.indexOf('@'));
  refuse({
    email: emailFault(email),
    name: nameFault(name),
    password: passwordFault(input.password ?? '', { email, name }),
  });
  const known = await db.read((tx) => findPerson(tx, email));
  const password = input.password || madeUpPassword();
  const passwordHash = known ? null : await hashPassword(password);
  return db.write(async (tx) => {
    const isMeant = eq(tenants.id, tenantId);
    const [tenant] = await tx.select().from(tenants).where(isMeant).for('update');
    if (!tenant || tenant.status === 'deleted')
      throw new TenantNotFound('There is no such tenant.');
    const added = passwordHash && (await addPerson(tx, { email, name, passwordHash }));
    const person = added || (await findPerson(tx, email));
    if (!person) throw new InvalidInput({ email: ['This account was removed just now.'] });
    if (!person.isActive) throw new InactiveError('email');
    const isNew = Boolean(added);
    if (isNew) {
      const payload = { resource: 'users', label: person.name };
      const event = { type: 'user.created' as const, subjectId: person.id, payload };
      await recordEvent(tx, origin, { ...event, cacheTags: [] });
    }
    await raise(tx, tenantId, { ...person, isNew }, origin);
    const shown = isNew && !input.password ? { password } : {};
    return { id: person.id, email, isNew, ...shown };
  });
}

async function raise(
  tx: PlatformTx,
  tenantId: string,
  person: Person & { isNew: boolean },
  origin: EventOrigin,
): Promise<void> {
  const { id: userId, name: label, isNew } = person;
  const isMeant = and(eq(memberships.tenantId, tenantId), eq(memberships.userId, userId));
  const [before] = await tx.select().from(memberships).where(isMeant).for('update');
  if (before?.isSuperuser && before.isStaff && !before.deactivatedAt) return;
  // Who was deactivated is a member again: nobody could do anything otherwise.
  const rights = { isStaff: true, isSuperuser: true, deactivatedAt: null };
  if (before) {
    await tx
      .update(memberships)
      .set({ ...rights, modifiedAt: new Date() })
      .where(isMeant);
    const changes: Record<string, [unknown, unknown]> = {
      isStaff: [before.isStaff, true],
      isSuperuser: [before.isSuperuser, true],
      ...(before.deactivatedAt && { active: [false, true] }),
    };
    const payload = { resource: 'members', label, changes };
    const event = { type: 'member.updated' as const, tenantId, subjectId: userId, payload };
    return recordEvents(tx, origin, [{ ...event, cacheTags: [rightsTag(tenantId)] }]);
  }
  await tx.insert(memberships).values({ tenantId, userId, role: 'admin', ...rights });
  const payload = { resource: 'members', label, role: 'admin', isNew };
  const event = { type: 'member.added' as const, tenantId, subjectId: userId, payload };
  await recordEvents(tx, origin, [{ ...event, cacheTags: [] }]);
}

function refuse(faults: Record<string, string | null>): void {
  const found = Object.entries(faults).flatMap(([field, fault]) =>
    fault === null ? [] : [[field, [fault]]],
  );
  if (found.length > 0) throw new InvalidInput(Object.fromEntries(found));
}
