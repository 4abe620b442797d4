import { type ActionCall, formCall, type Scene } from './action-plan';

/** Decides on a comment of the own tenant or the other, in every way there is. */
export async function commentCalls(
  { sql, side }: Scene,
  whose: 'site' | 'foreign',
): Promise<ActionCall[]> {
  const [row] = await sql`
    select id from pool.comments where tenant_id = ${side[whose].id} order by id limit 1`;
  return ['refuse', 'approve', 'spam', 'discard'].map((act) =>
    formCall(`${act} of a comment`, {
      ...{ _resource: 'comments', rowAct: `${act}:${row?.id ?? ''}`, confirmed: '1' },
    }),
  );
}
