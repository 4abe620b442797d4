import type { Dashboard } from '@/lib/admin/dashboard/read-dashboard';
import type { Permission } from '@/lib/auth/permissions';
import { Panel } from '@/lib/ui/list/panel';
import { RowList } from '@/lib/ui/list/row-list';

/** What to do on a site with nothing on it. A step appears only to who can take it. */
export function FirstSteps({ board, can }: FirstStepsProps) {
  const steps = [
    {
      id: 'settings',
      icon: 'palette' as const,
      title: 'Give the site its colour and description',
      note: 'Name, colour, language and time zone',
      href: '/admin/settings',
      isOpen: can('settings.write'),
    },
    {
      id: 'author',
      icon: 'author' as const,
      title: 'Add an author',
      note: 'Every post is by one',
      href: '/admin/authors/new',
      isOpen: can('authors.write') && !board.hasAuthors,
    },
    {
      id: 'people',
      icon: 'mail' as const,
      title: 'Invite people',
      note: 'One by one, or a whole list',
      href: '/admin/invitations/new',
      isOpen: can('invitations.write'),
    },
    {
      id: 'post',
      icon: 'post' as const,
      title: 'Write the first post',
      note: 'It stays a draft until you publish it',
      href: '/admin/posts/new',
      isOpen: can('posts.write'),
    },
  ];
  const open = steps.filter(({ isOpen }) => isOpen);
  if (open.length === 0) return null;
  return (
    <Panel title="First steps" flush>
      <RowList rows={open.map(({ isOpen: _, ...step }) => step)} />
    </Panel>
  );
}

interface FirstStepsProps {
  board: Dashboard;
  can(permission: Permission): boolean;
}
