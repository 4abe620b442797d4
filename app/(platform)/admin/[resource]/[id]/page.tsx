import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getRecordOnce } from '@/app/_screens/get-record-once';
import { ReadonlyRecord } from '@/app/_screens/readonly-record';
import { consolePage } from '@/lib/api/console-page';
import { findConsoleResource } from '@/lib/console/registry';
import { consoleLooks, consolePlace } from '../../_parts/console-place';
import { consoleTitle } from '../../_parts/console-title';
import { PersonActs } from '../../_parts/person-acts';

type Props = { params: Promise<{ resource: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return consoleTitle(findConsoleResource((await params).resource)?.label ?? 'Page not found');
}

/** A record of the platform of which nothing can be changed here. */
export default async function RecordPage({ params }: Props) {
  const { resource: name, id } = await params;
  const resource = findConsoleResource(name);
  const ctx = await consolePage({
    permission: resource?.permissions.read ?? 'platform.tenants.read',
    path: `/admin/${name}/${id}`,
  });
  const record = resource && (await getRecordOnce(ctx, resource, id));
  if (!record) notFound();
  return (
    <ReadonlyRecord
      {...{ resource, record }}
      place={consolePlace(name)}
      look={consoleLooks[name] ?? {}}
      actions={name === 'users' ? <PersonActs values={record.values} id={id} /> : undefined}
    />
  );
}
