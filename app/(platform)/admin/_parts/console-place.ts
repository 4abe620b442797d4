import { jobLine } from '@/app/_screens/job-line';
import type { Place, ResourceLook } from '@/app/_screens/screen-types';
import { auditLine } from '@/lib/admin/audit-choices';
import { auditLogChoices } from './audit-log-choices';

/** Zone and language of the console: it belongs to no tenant. */
export const consoleDates = { timeZone: 'UTC', locale: 'en-GB' };

/** Where the screens of a resource stand in the console. */
export function consolePlace(resource: string): Place {
  return { base: `/admin/${resource}`, dates: consoleDates };
}

/** What the console adds to the plain screens of a resource. */
export const consoleLooks: Record<string, ResourceLook> = {
  tenants: {
    icon: 'tenants',
    empty: 'A tenant is a site of its own with its people. Make the first one.',
  },
  users: { icon: 'people', empty: 'Everybody who has an account stands here.' },
  'public-groups': {
    icon: 'groups',
    empty: 'A group holds people of any sites, so that you can tell them something together.',
  },
  jobs: {
    icon: 'jobs',
    narrowLine: jobLine,
    empty: 'Mails, clean-ups and whatever else is done in the background stand here.',
  },
  audit: {
    title: ({ type }) => String(type ?? ''),
    narrowLine: auditLine,
    icon: 'audit',
    empty: 'Whatever is done on the platform is written down, with who did it.',
    filterChoices: auditLogChoices(),
  },
};
