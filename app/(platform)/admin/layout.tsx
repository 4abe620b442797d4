import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import '@/app/admin.css';
import '@/app/screens.css';
import { AdminNavigation } from '@/app/[tenant]/admin/_parts/admin-navigation';
import { consoleFrame } from '@/lib/api/admin-frame';
import { ConsoleShell } from '@/lib/ui/shell/console-shell';
import { signOut } from '../logout/actions';
import { searchConsole } from './actions';

/** Said only to who may see the console: to all others there is none. */
export async function generateMetadata(): Promise<Metadata> {
  if (!(await consoleFrame())) return {};
  return {
    title: { default: 'Platform console', template: '%s | Platform console' },
    robots: { index: false, follow: false },
  };
}

const places = [
  { href: '/admin/tenants', label: 'Tenants', icon: 'tenants' as const, key: 't' },
  { href: '/admin/users', label: 'People', icon: 'people' as const, key: 'p' },
  {
    href: '/admin/public-groups',
    label: 'Public groups',
    icon: 'groups' as const,
    key: 'g',
  },
  { href: '/admin/jobs', label: 'Jobs', icon: 'jobs' as const, key: 'j' },
  { href: '/admin/limits', label: 'Limits', icon: 'settings' as const, key: 'm' },
  { href: '/admin/audit', label: 'Audit log', icon: 'audit' as const, key: 'l' },
];

/** The frame of the platform's console. It guards nothing: for who may not see it, the page answers. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const frame = await consoleFrame();
  if (!frame) return children;
  const { name, email } = frame.viewer;
  return (
    <AdminNavigation>
      <ConsoleShell
        home="/admin"
        nav={places.map(({ href, label, icon }) => ({ href, label, icon }))}
        person={{ name, email, role: 'Superuser' }}
        personLinks={[{ href: '/account', label: 'Your account', icon: 'person' }]}
        signOut={{ action: signOut }}
        palette={{ items: paletteItems, search: searchConsole, label: 'Find a tenant' }}
      >
        {children}
      </ConsoleShell>
    </AdminNavigation>
  );
}

const paletteItems = [
  ...places.map(({ href, label, icon, key }) => ({
    ...{ id: href, label, icon, href, group: 'Go to', keys: `g ${key}` },
  })),
  {
    id: 'new-tenant',
    label: 'New tenant',
    icon: 'plus' as const,
    href: '/admin/tenants/new',
    group: 'Create',
    keys: 'n',
  },
];
