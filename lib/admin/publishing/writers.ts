import { z } from 'zod';
import type { MemberContext } from '../../auth/viewer';

/** What a page asks about the writing of a post. */
export const writingInput = z.object({
  post: z.uuid(),
  /** Names one open page; two tabs of one person are two writers. */
  tab: z.uuid(),
  want: z.enum(['open', 'write', 'ask', 'hand-over', 'refuse', 'take', 'leave']),
});

export type WritingInput = z.infer<typeof writingInput>;

/** Who writes at a post, as one page is told. */
export interface Writing {
  /** True where it is this very page. */
  mine: boolean;
  /** Whoever writes, where it is not this page; `self` for the same person elsewhere. */
  writer: { name: string; self: boolean } | null;
  /** Who asked to write, as the writer is told. */
  asked: string | null;
  /** This page has asked and was told: not now. */
  refused: boolean;
}

type Kept = ReturnType<MemberContext['state']>;

interface Hold {
  tab: string;
  userId: string;
  name: string;
  refused?: boolean;
}

/** Browsers let hidden pages speak once a minute. */
const keptSeconds = 90;
/** A page that is loaded anew leaves and comes back; who reads along is not to be quicker. */
const comingBackSeconds = 5;

/**
 * Settles who writes at a post (D14): one page at a time, others read along, ask, or take over. Only
 * a courtesy: what is saved is guarded by its version.
 *
 * @throws AppError unavailable where nothing can be kept.
 */
export async function settleWriting(
  ctx: MemberContext,
  { post, tab, want }: WritingInput,
): Promise<Writing> {
  const kept = ctx.state('editing');
  const me: Hold = { tab, userId: ctx.viewer.userId, name: ctx.viewer.name };
  const keeping = { seconds: keptSeconds };
  const [seat, question] = [`writer:${post}`, `asked:${post}`];
  if (want === 'take' || (want === 'open' && (await isOwn(kept, seat, me))))
    await kept.set(seat, me, keeping);
  else if (want !== 'leave') await kept.add(seat, me, keeping);
  const found = await kept.getMany<Hold>([seat, question]);
  const [holder, asked] = [found.get(seat), found.get(question)];
  if (holder?.tab !== tab) {
    const isAsking = asked?.tab === tab;
    if (want === 'ask') await kept.set(question, me, keeping);
    if (want === 'leave' && isAsking) await kept.delete(question);
    return toldToReader(holder, { me, refused: isAsking && want !== 'ask' && asked.refused });
  }
  if (want === 'leave') await kept.touch(seat, comingBackSeconds);
  else if (want === 'hand-over' && asked) {
    await kept.set(seat, asked, keeping);
    await kept.delete(question);
    return toldToReader(asked, { me });
  } else await kept.touch(seat, keptSeconds);
  if (want === 'take' || asked?.tab === tab) await kept.delete(question);
  if (want === 'refuse' && asked) await kept.set(question, { ...asked, refused: true }, keeping);
  const isAsked = asked && asked.tab !== tab && !asked.refused && want !== 'refuse';
  return { mine: true, writer: null, asked: isAsked ? asked.name : null, refused: false };
}

/** A page that the same person opens anew is meant: the one before was closed, or forgotten. */
async function isOwn(kept: Kept, seat: string, { userId }: Hold): Promise<boolean> {
  return (await kept.get<Hold>(seat))?.userId === userId;
}

function toldToReader(
  holder: Hold | undefined,
  { me, refused = false }: { me: Hold; refused?: boolean },
): Writing {
  const writer = holder ? { name: holder.name, self: holder.userId === me.userId } : null;
  return { mine: false, writer, asked: null, refused };
}
