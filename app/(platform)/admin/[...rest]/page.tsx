import { notFound } from 'next/navigation';
import { consolePage } from '@/lib/api/console-page';
import { consoleTitle } from '../_parts/console-title';

export const generateMetadata = () => consoleTitle('Page not found');

/** Every address the console does not have. */
export default async function UnknownConsolePage({ params }: Props) {
  const { rest } = await params;
  await consolePage({ permission: 'platform.tenants.read', path: `/admin/${rest.join('/')}` });
  notFound();
}

type Props = { params: Promise<{ rest: string[] }> };
