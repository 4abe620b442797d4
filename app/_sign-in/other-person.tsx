import type { Viewer } from '@/lib/auth/viewer';
import { Notice } from '@/lib/ui/list/notice';

/** Said to who opens one person's mail while signed in as another. */
export function OtherPerson({ viewer, email }: { viewer: Viewer | null; email: string }) {
  if (!viewer || viewer.email === email) return null;
  return (
    <Notice tone="wait">
      This link is about {email}. You are signed in as {viewer.email}, which it does not touch.
    </Notice>
  );
}
