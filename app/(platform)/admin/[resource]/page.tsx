import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ListScreen } from '@/app/_screens/list-screen';
import type { Query } from '@/app/_screens/screen-types';
import { addressOf } from '@/app/[tenant]/admin/_parts/admin-place';
import { consolePage } from '@/lib/api/console-page';
import { findConsoleResource } from '@/lib/console/registry';
import { consoleLooks, consolePlace } from '../_parts/console-place';
import { consoleTitle } from '../_parts/console-title';
import { actOnList } from '../actions';

type Props = { params: Promise<{ resource: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return consoleTitle(findConsoleResource((await params).resource)?.label ?? 'Page not found');
}

/** The list of a resource of the platform. */
export default async function ListPage({ params, searchParams }: Props) {
  const [{ resource: name }, query] = await Promise.all([params, searchParams]);
  const resource = findConsoleResource(name);
  const ctx = await consolePage({
    permission: resource?.permissions.read ?? 'platform.tenants.read',
    path: addressOf(`/admin/${name}`, query),
  });
  if (!resource) notFound();
  return (
    <ListScreen
      {...{ ctx, resource, query }}
      place={consolePlace(name)}
      actions={{ list: actOnList }}
      look={consoleLooks[name]}
    />
  );
}
