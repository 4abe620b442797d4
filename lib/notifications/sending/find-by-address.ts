import { and, inArray, isNull, sql } from 'drizzle-orm';
import { memberships } from '../../db/schema/platform';
import { InvalidInput } from '../../errors';
import { mostNamed } from '../audience';
import { demandSender, type SenderContext } from './sender-context';

const shown = 3;

/**
 * The accounts of active members by their addresses, for whoever types them instead of picking.
 *
 * @param text - addresses with commas, spaces or line breaks between them.
 * @returns ids as audiences take them, each once; none for no text.
 * @throws AppError forbidden; InvalidInput (`addresses`) that names who is no member here.
 */
export async function findByAddress(ctx: SenderContext, text: string): Promise<string[]> {
  demandSender(ctx);
  const asked = [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ];
  if (asked.length === 0) return [];
  if (asked.length > mostNamed) throw refused(`At most ${mostNamed} addresses.`);
  const { userId, email, deactivatedAt } = memberships;
  const address = sql<string>`lower(${email})`;
  const found = await ctx.db.read((tx) =>
    tx
      .select({ userId, address })
      .from(memberships)
      .where(and(isNull(deactivatedAt), inArray(address, asked))),
  );
  const known = new Set(found.map((one) => one.address));
  const strangers = asked.filter((one) => !known.has(one));
  if (strangers.length > 0) throw refused(`No members here: ${listed(strangers)}.`);
  return found.map((one) => one.userId);
}

function listed(addresses: string[]): string {
  const rest = addresses.length - shown;
  const named = addresses.slice(0, shown).join(', ');
  return rest > 0 ? `${named} and ${rest} more` : named;
}

function refused(words: string): InvalidInput {
  return new InvalidInput({ addresses: [words] });
}
