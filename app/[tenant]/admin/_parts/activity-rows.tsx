import type { DateWords } from '@/app/_screens/format-moment';
import { formatMoment } from '@/app/_screens/format-moment';
import type { Activity } from '@/lib/admin/dashboard/recent-activity';

/** What people did, as lines: "Bob published Why we weigh every anvil twice". */
export function activityRows(activity: Activity[], dates: DateWords) {
  return activity.map((one) => ({
    id: String(one.id),
    person: one.actor,
    title: (
      <>
        {one.isSupport ? one.actor : one.actor.split(' ')[0]} {verbOf(one)} <b>{one.label}</b>
      </>
    ),
    note: formatMoment(one.at, dates),
    href: hrefOf(one),
  }));
}

/** "post.trashed" as people say it. */
function verbOf({ type, resource }: Activity): string {
  const verb = type.split('.').at(-1) ?? type;
  if (type === 'tenant.updated') {
    return resource === 'limits' ? 'changed the limits of' : 'changed the settings of';
  }
  return verbs[verb] ?? verb.replaceAll('-', ' ');
}

const verbs: Record<string, string> = {
  created: 'created',
  updated: 'changed',
  trashed: 'moved to the trash',
  deleted: 'deleted for good',
  added: 'added',
};

const gone = ['trashed', 'deleted'];

function hrefOf({ type, resource, subjectId }: Activity): string | undefined {
  if (type === 'tenant.updated') return resource === 'limits' ? undefined : '/admin/settings';
  if (!subjectId || gone.includes(type.split('.').at(-1) ?? '')) return undefined;
  return ['posts', 'tags', 'authors'].includes(resource)
    ? `/admin/${resource}/${subjectId}`
    : undefined;
}
