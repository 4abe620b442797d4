import type { Scene } from './action-plan';

interface NewLink {
  purpose: string;
  email: string;
  tenantId?: string | null;
  pair?: string;
  /** By email, whose account it is about. */
  of?: string;
  payload?: Record<string, string>;
}

/** Puts a link there as if it had been asked for, with the password of the walk, and gives its token. */
export async function plantLink({ sql, world }: Scene, link: NewLink): Promise<string> {
  const { purpose, email, tenantId = null, pair = null, of = '', payload = {} } = link;
  const [row] = await sql`
    insert into platform.one_time_links
      (purpose, email, user_id, tenant_id, pair, payload, password_hash, expires_at)
    select ${purpose}, ${email}, (select id from platform.users where email = ${of}), ${tenantId},
      ${pair}, ${sql.json(payload)}, password_hash, now() + interval '1 hour'
    from platform.users where email = 'ada@example.com' returning id`;
  return world.keyring.link(purpose, row?.id);
}

/** Somebody of whom nobody else in the walk knows. */
export async function plantPerson({ sql }: Scene, email: string): Promise<void> {
  await sql`
    insert into platform.users (email, name, password_hash)
    select ${email}, 'Walked', password_hash from platform.users where email = 'ada@example.com'
    on conflict do nothing`;
}

/** A change of email that waits for both addresses; gives the token of the old one. */
export async function plantEmailChange(scene: Scene, from: string): Promise<string> {
  const pair = crypto.randomUUID();
  const payload = { from, to: 'walked-to@example.com' };
  await plantLink(scene, {
    ...{ purpose: 'change-email-new', email: payload.to, pair, of: from, payload },
  });
  return plantLink(scene, { purpose: 'change-email-old', email: from, pair, of: from, payload });
}
