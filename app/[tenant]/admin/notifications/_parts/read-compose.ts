import { createHash } from 'node:crypto';
import { z } from 'zod';
import { formList } from '@/lib/api/form-object';
import type { MemberContext } from '@/lib/auth/viewer';
import { InvalidInput } from '@/lib/errors';
import { type Audience, mostNamed } from '@/lib/notifications/audience';
import type { BroadcastInput } from '@/lib/notifications/sending/broadcast-input';
import { findByAddress } from '@/lib/notifications/sending/find-by-address';
import { readLocalTime } from '@/lib/resources/zoned-time';

const text = (longest: number) => z.string().max(longest).default('');

/** What the composer posts: measures only, for what it says is checked where it is sent. */
export const composeInput = z.object({
  ...{ audience: text(10), group: text(36), people: formList(z.string().max(36)) },
  ...{ addresses: text(100_000), title: text(1000), body: text(20_000), href: text(2000) },
  ...{ when: text(10), scheduledFor: text(40) },
  key: z.uuid(),
});

type Composed = z.output<typeof composeInput>;

/**
 * Makes a broadcast of what the composer posted. What was left open stays open, so that everything
 * that is wrong is said at once.
 *
 * @throws InvalidInput (`addresses`, `audience`) for people who cannot be written to.
 */
export async function readCompose(ctx: MemberContext, given: Composed): Promise<BroadcastInput> {
  const { title, body, href, when } = given;
  const { timeZone } = ctx.tenant.settings;
  const time = readLocalTime(given.scheduledFor, timeZone) ?? new Date(Number.NaN);
  const scheduledFor = when === 'later' ? time : null;
  const said = { title, body, href, audience: await audienceOf(ctx, given), scheduledFor };
  return { ...said, key: keyOf(given) };
}

async function audienceOf(ctx: MemberContext, given: Composed): Promise<Audience> {
  const { audience, group, people, addresses } = given;
  if (audience === 'all') return { all: true };
  if (audience === 'group') return { group };
  if (audience !== 'people') return { users: [] };
  const users = [...new Set([...people, ...(await findByAddress(ctx, addresses))])];
  if (users.length > mostNamed) {
    throw new InvalidInput({ audience: [`At most ${mostNamed} people. Make a group for more.`] });
  }
  return { users };
}

/**
 * One form sends the same words once. Who goes back in the browser and writes something else there
 * has the key of before, and must not be told that it was sent.
 */
function keyOf({ key, ...said }: Composed): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([key, said]))
    .digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20, 32)].join('-');
}
