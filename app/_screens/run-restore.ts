import { redirect } from 'next/navigation';
import { showAtOnce } from '@/lib/api/show-at-once';
import type { Resource } from '@/lib/resources/resource';
import type { ResourceContext } from '@/lib/resources/resource-context';
import { restoreVersion } from '@/lib/resources/restore-version';
import { withDone } from './done-flash';
import { textOf } from './form-data';
import type { ListState } from './screen-types';

/** Brings a version of the history back as the newest one, and leads to the record. */
export async function runRestore(
  ctx: ResourceContext,
  resource: Resource,
  base: string,
  data: FormData,
): Promise<ListState> {
  const [id, version, expected] = ['_id', 'version', '_version'].map((name) => textOf(data, name));
  const { told } = await restoreVersion(
    ctx,
    resource,
    id ?? '',
    Number(version),
    expected ? Number(expected) : null,
  );
  showAtOnce(resource.cacheTags(ctx.tenant, {}));
  if (told.length === 0) redirect(withDone(`${base}/${id}`, 'restored'));
  const text = `Version ${version} was restored, but not all of it. ${told.join(' ')}`;
  return { outcome: { id: crypto.randomUUID(), text, tone: 'wait', left: [] } };
}
