import { expect, test } from 'vitest';
import { openOwnerDb } from '../db/owner-db';
import { deleteTenant } from '../tenancy/life/delete-tenant';
import { prepareDomainTrial } from '../testing/domain-trial';
import { addDomain } from './add-domain';

const trial = prepareDomainTrial();

const waiting = async (count: number) => {
  for (let n = 0; n < count; ) {
    const [row] = await trial.world.owner`
      select count(distinct l.pid)::int as n from pg_locks l join pg_stat_activity a using (pid)
      where a.datname = current_database() and not l.granted`;
    n = row?.n ?? 0;
  }
};

test('a check and the deletion of its tenant wait for each other, and none is the victim', async () => {
  const { owner } = trial.world;
  const id = await addDomain(trial.acme, 'shop.acme.test');
  await trial.prove([trial.acme, id]);
  // Holds the check where it has its domain already and tells of it.
  await owner.unsafe(`
    create function public.hold() returns trigger language plpgsql as
    'begin perform pg_advisory_xact_lock(42); return new; end';
    create trigger aa_hold before insert on platform.events for each row
    when (new.type = 'domain.verified') execute function public.hold()`);
  const held = await owner.reserve();
  await held`select pg_advisory_lock(42)`;
  const checking = trial.check(trial.acme, id);
  await waiting(1);
  const db = openOwnerDb(trial.world.ownerUrl);
  const deleting = deleteTenant(db, trial.acme.tenant.id, { reason: 'a test' });
  await waiting(2);
  await held`select pg_advisory_unlock(42)`;
  held.release();
  await checking;
  expect((await deleting).domains).toEqual(['shop.acme.test']);
  await db.end();
  const [left] = await owner`select verified_at from platform.domains where id = ${id}`;
  expect(left?.verified_at).toBeNull();
});
