import { and, eq, ne } from 'drizzle-orm';
import type { PlatformDb } from '../../db/platform-tx';
import { tenants, users } from '../../db/schema/platform';
import type { EventOrigin } from '../../events/record-event';
import { findPerson } from '../add-person';
import { madeUpPassword } from '../made-up-password';
import { strategyOf } from '../placement/strategy-of';
import { homeUrlOf } from '../tenant-address';
import { checkProvision } from './check-provision';
import type { Owner, Provision, ProvisionInput, ProvisionStep } from './provision';
import { provisionSteps } from './provision-steps';
import { createSaga } from './run-saga';
import { throwTaken } from './throw-taken';

/** A tenant that was made, and what its owner signs in with. */
export interface Provisioned {
  tenant: { id: string; slug: string; name: string /** Its home. */; origin: string };
  domain: { hostname: string } | null;
  owner: { id: string; email: string; name: string; isNew: boolean };
  /** A password that was made up for somebody new: it stands here once and nowhere else. */
  password?: string;
  /** What whoever asked should know. */
  notice?: string;
}

interface Options extends EventOrigin {
  /** lib/auth has it; it takes long, so it runs before the transaction. */
  hashPassword: (password: string) => Promise<string>;
  /** Other steps, for tests. */
  steps?: ProvisionStep[];
}

/**
 * Makes a tenant with its owner, whose credentials work at once (S1.27, S3.35, S4.19). All of it is
 * there or nothing is, whichever step fails or whenever the process ends; so it can always be tried
 * again. Somebody who has an account becomes the owner with the password they have.
 *
 * @param db - the console's or the CLI's.
 * @throws InvalidInput by field for what cannot be used; of that, ExistsError for what is taken,
 *   InactiveError for an owner whose account is deactivated, SchemaError for a placement (N14).
 */
export async function provisionTenant(
  db: PlatformDb,
  input: ProvisionInput,
  { hashPassword, steps = provisionSteps, ...origin }: Options,
): Promise<Provisioned> {
  const given = checkProvision(input);
  const strategy = strategyOf(given.placement ?? 'row');
  const schemaName = strategy.schemaFor({ slug: given.slug, schemaName: given.schemaName ?? '' });
  const known = await db.read((tx) => findPerson(tx, given.ownerEmail));
  const password = given.ownerPassword ?? madeUpPassword();
  const passwordHash = known ? null : await hashPassword(password);
  const tenantId = crypto.randomUUID();
  const plan = { given, origin, strategy, schemaName, passwordHash, tenantId };
  const owner = await carryOut(db, plan, steps).catch(throwTaken);
  const { slug, name, domain } = given;
  return {
    tenant: { id: tenantId, slug, name, origin: homeUrlOf(slug) },
    domain: domain ? { hostname: domain } : null,
    owner: { id: owner.id, email: given.ownerEmail, name: owner.name, isNew: owner.isNew },
    password: owner.isNew && !given.ownerPassword ? password : undefined,
    notice: owner.isNew ? undefined : noticeOf(given),
  };
}

async function carryOut(
  db: PlatformDb,
  plan: Omit<Provision, 'tx'>,
  steps: ProvisionStep[],
): Promise<Owner> {
  const saga = createSaga(steps);
  let state: Provision | undefined;
  let isWhole = false;
  try {
    await db.write(async (tx) => {
      state = { ...plan, tx };
      await saga.run(state);
      isWhole = true;
    });
  } catch (error) {
    // A connection that dies at COMMIT does not say whether it was in time.
    const landed = isWhole ? await ownerOfMade(db, plan) : null;
    if (landed) return landed;
    if (state) await saga.undo(state);
    throw error;
  }
  if (!state?.owner) throw new Error('The steps gave the tenant no owner.');
  return state.owner;
}

async function ownerOfMade(db: PlatformDb, plan: Omit<Provision, 'tx'>): Promise<Owner | null> {
  const columns = { id: users.id, name: users.name, isActive: users.isActive };
  const [found] = await db.read((tx) =>
    tx
      .select(columns)
      .from(tenants)
      .innerJoin(users, eq(users.id, tenants.ownerId))
      .where(and(eq(tenants.id, plan.tenantId), ne(tenants.status, 'deleted'))),
  );
  return found ? { ...found, isNew: plan.passwordHash !== null } : null;
}

function noticeOf({ ownerEmail, ownerPassword }: ProvisionInput): string {
  const stays = `${ownerEmail} has an account already and signs in with the password they have.`;
  return ownerPassword === undefined ? stays : `${stays} The one given here was not used.`;
}
