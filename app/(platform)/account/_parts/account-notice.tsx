import type { Query } from '@/lib/api/login-address';
import type { OwnTenant } from '@/lib/auth/list-own';
import { Notice } from '@/lib/ui/list/notice';
import { ButtonLink } from '@/lib/ui/shell/button-link';

const changes: Record<string, string> = {
  name: 'Your name is changed.',
  password: 'Your password is changed, and you are signed out everywhere else.',
  email: 'Both addresses have got a mail. Your email changes when both have confirmed it.',
  stopped: 'Your email stays as it is.',
};

/** What has just been done. The query says which of these it is, and nothing else. */
export function AccountNotice({ query, tenants }: { query: Query; tenants: OwnTenant[] }) {
  const made = tenants.find(({ slug }) => slug === query.made);
  if (made) {
    return (
      <Notice
        tone="good"
        role="status"
        title={`${made.name} is ready`}
        act={<ButtonLink href={`${made.origin}/admin`}>Open its admin</ButtonLink>}
      >
        It is at {made.origin.replace(/^https?:\/\//, '')}, and you are its owner.
      </Notice>
    );
  }
  const { changed } = query;
  if (typeof changed !== 'string' || !Object.hasOwn(changes, changed)) return null;
  return (
    <Notice tone="good" role="status">
      {changes[changed]}
    </Notice>
  );
}
