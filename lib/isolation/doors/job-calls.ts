import { type ActionCall, formCall, type Scene } from './action-plan';

/** Sends back one job that was given up, and discards another, of the own tenant or the other. */
export async function jobCalls(
  { sql, side }: Scene,
  whose: 'site' | 'foreign',
): Promise<ActionCall[]> {
  const rows = await sql`
    select id::text from platform.jobs where tenant_id = ${side[whose].id} and dead_at is not null
    order by id limit 2`;
  return ['retry', 'discard'].map((act, at) =>
    formCall(`${act} of a job`, {
      ...{ _resource: 'jobs', rowAct: `${act}:${rows[at]?.id ?? ''}`, confirmed: '1' },
    }),
  );
}
