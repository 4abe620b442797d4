import { amountOf, type LimitName } from '@/lib/limit-reached';
import type { LimitUse } from '@/lib/limits/read-limits';
import { Notice } from '@/lib/ui/list/notice';

/** Says which limits are near or reached, what follows and what to do (S2.47). */
export function LimitNotices({ limits }: { limits: LimitUse[] }) {
  if (limits.length === 0) return null;
  return (
    <div className="list-told">
      {limits.map(({ name, used, most, level }) => (
        <Notice
          key={name}
          tone={level === 'full' ? 'bad' : 'wait'}
          title={level === 'full' ? words[name].full : words[name].near}
        >
          {amountOf(name, used)} of {amountOf(name, most ?? 0)} {words[name].used}.{' '}
          {level === 'full' ? words[name].follows : ''} {words[name].remedy}, or ask whoever runs
          this platform for more.
        </Notice>
      ))}
    </div>
  );
}

const words: Record<LimitName, Record<'near' | 'full' | 'used' | 'follows' | 'remedy', string>> = {
  members: {
    near: 'Nearly all places for members are taken',
    full: 'All places for members are taken',
    used: 'are taken',
    follows: 'Nobody can join.',
    remedy: 'Remove somebody',
  },
  posts: {
    near: 'The limit of posts is near',
    full: 'The limit of posts is reached',
    used: 'posts are used',
    follows: 'No new one can be saved, and none comes back from the trash.',
    remedy: 'Move some to the trash',
  },
  storage: {
    near: 'Nearly all storage is used',
    full: 'All storage is used',
    used: 'are used',
    follows: 'No file can be added.',
    remedy: 'Delete some files',
  },
  requests: { near: '', full: '', used: '', follows: '', remedy: '' },
};
