import { domains, memberships, tenants } from '../../db/schema/platform';
import { authors } from '../../db/schema/tenant';
import { InactiveError, InvalidInput } from '../../errors';
import { recordEvent } from '../../events/record-event';
import { addPerson, findPerson } from '../add-person';
import { hostTag, tenantTag } from '../cache-tags';
import { ownerOf, type Provision, type ProvisionStep } from './provision';

/**
 * How a tenant is made, in this order and in one transaction. What takes long, or can wait, is no
 * step: whoever hears of `tenant.created` does it afterwards (C22).
 */
export const provisionSteps: ProvisionStep[] = [
  { name: 'owner', run: takeOwner },
  { name: 'tenant', run: addTenantRow },
  { name: 'membership', run: addOwnership },
  { name: 'domain', run: addDomain },
  {
    name: 'placement',
    run: ({ tx, strategy, ...state }) => strategy.create(tx, placed(state)),
    undo: ({ strategy, ...state }) => strategy.undoCreate(placed(state)),
  },
  { name: 'content', run: addAuthor },
  { name: 'event', run: tell },
];

async function takeOwner(state: Provision): Promise<void> {
  const { tx, given, passwordHash } = state;
  const { ownerEmail: email, ownerName } = given;
  const name = ownerName ?? email.slice(0, email.indexOf('@'));
  const added = passwordHash && (await addPerson(tx, { email, name, passwordHash }));
  const found = added || (await findPerson(tx, email));
  if (!found) throw new InvalidInput({ ownerEmail: ['This account was removed just now.'] });
  if (!found.isActive) throw new InactiveError('ownerEmail');
  state.owner = { ...found, isNew: Boolean(added) };
  if (!added) return;
  await recordEvent(tx, state.origin, {
    type: 'user.created',
    subjectId: found.id,
    payload: { resource: 'users', label: found.name },
    cacheTags: [],
  });
}

async function addTenantRow(state: Provision): Promise<void> {
  const { tx, given, tenantId, strategy, schemaName } = state;
  const { slug, name, tenantType: type, tenantExtraData } = given;
  const metadata = { ...tenantExtraData, ...(type ? { type } : {}) };
  const place = { placement: strategy.kind, schemaName };
  const row = { id: tenantId, slug, name, ownerId: ownerOf(state).id, metadata, ...place };
  const made = { version: tenants.schemaVersion };
  const [inserted] = await tx.insert(tenants).values(row).returning(made);
  state.schemaVersion = inserted?.version;
}

async function addOwnership(state: Provision): Promise<void> {
  const { tx, tenantId, given } = state;
  const { isStaff = true, isSuperuser = true } = given;
  const membership = { tenantId, userId: ownerOf(state).id, role: 'owner' as const };
  await tx.insert(memberships).values({ ...membership, isStaff, isSuperuser });
}

async function addDomain({ tx, tenantId, given }: Provision): Promise<void> {
  const { domain: hostname, domainExtraData } = given;
  if (!hostname) return;
  const isPrimary = domainExtraData?.isPrimary ?? false;
  await tx.insert(domains).values({ tenantId, hostname, isPrimary, verifiedAt: new Date() });
}

async function addAuthor(state: Provision): Promise<void> {
  const { id: userId, name } = ownerOf(state);
  await state.tx.inTenant(state.tenantId, async (own) => {
    await own.insert(authors).values({ slug: authorSlug(name), name, userId });
  });
}

async function tell(state: Provision): Promise<void> {
  const { tenantId: id, origin, given } = state;
  const { slug, name, domain, content = 'starter' } = given;
  const owner = ownerOf(state);
  await state.tx.inTenant(id, async (own) => {
    await recordEvent(own, origin, {
      type: 'tenant.created',
      subjectId: id,
      payload: { resource: 'tenants', label: name, slug, content },
      // Who asked for these hosts before may have cached that they are nobody's.
      cacheTags: [tenantTag(id), hostTag(slug), ...(domain ? [hostTag(domain)] : [])],
    });
    // Its tables are those of the shared schema, which are up to date.
    await recordEvent(own, origin, {
      type: 'tenant.migrated',
      subjectId: id,
      payload: { resource: 'tenants', label: name, slug, version: state.schemaVersion ?? 0 },
      cacheTags: [],
    });
    await recordEvent(own, origin, {
      type: 'member.added',
      subjectId: owner.id,
      payload: { resource: 'members', label: owner.name, role: 'owner', isNew: owner.isNew },
      cacheTags: [],
    });
  });
}

function placed({ tenantId, given, schemaName }: Omit<Provision, 'tx' | 'strategy'>) {
  return { id: tenantId, slug: given.slug, schemaName };
}

function authorSlug(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'owner';
}
