import { jobLine } from '@/app/_screens/job-line';
import type { Place, Query, ResourceLook } from '@/app/_screens/screen-types';
import { postAddress, topicAddress } from '@/app/[tenant]/(site)/_parts/addresses';
import { auditLine } from '@/lib/admin/audit-choices';
import { mediaAddress } from '@/lib/media/media-address';
import type { TenantInfo } from '@/lib/tenancy/tenant';

/** Where the screens of a resource stand in a tenant's admin. */
export function adminPlace(tenant: TenantInfo, resource: string): Place {
  const { timeZone, locale } = tenant.settings;
  return { base: `/admin/${resource}`, dates: { timeZone, locale } };
}

/** A page's address with its query, as people see it: they come back to it after signing in. */
export function addressOf(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value ?? []].flat()) params.append(name, one);
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

/** What the admin adds to the plain screens of a resource. */
export function lookOf(resource: string): ResourceLook {
  return looks[resource] ?? {};
}

const looks: Record<string, ResourceLook> = {
  posts: {
    icon: 'post',
    empty: 'Write the first one; it stays a draft until you publish it.',
    siteHref: ({ status, slug }) =>
      status === 'published' && typeof slug === 'string' ? postAddress(slug) : null,
    subtitle: ({ slug }) => (typeof slug === 'string' ? postAddress(slug) : undefined),
  },
  media: {
    icon: 'picture',
    empty:
      'Pictures for posts and covers stand here. Upload the first one, or drop it on this page.',
    picture: ({ id, values }) => mediaAddress({ id, fileName: String(values.fileName) }, 480),
    narrowLine: ({ alt }) => (alt ? String(alt) : 'No alternative text'),
  },
  tags: {
    icon: 'tag',
    empty: 'Tags are the topics of your posts. Readers find posts by them.',
    subtitle: ({ slug }) => (typeof slug === 'string' ? topicAddress(slug) : undefined),
  },
  comments: {
    icon: 'comment',
    narrowLine: ({ authorName }) => String(authorName ?? ''),
    subtitle: ({ authorName }) => `By ${String(authorName ?? '')}`,
    empty: 'What members say about posts stands here.',
  },
  authors: { icon: 'author', empty: 'Every post is by an author. Add the first one.' },
  members: {
    icon: 'people',
    empty: 'People who belong to this site stand here.',
    subtitle: ({ deactivatedAt }) => (deactivatedAt ? 'Deactivated' : undefined),
  },
  invitations: {
    icon: 'mail',
    narrowLine: ({ role }) => String(role ?? ''),
    empty: 'Whoever you invite gets a mail with a link, and is a member once they accept.',
  },
  groups: { icon: 'groups', empty: 'A group is whom something is for: editors, a team, a class.' },
  jobs: {
    icon: 'jobs',
    narrowLine: jobLine,
    empty: 'Mails and whatever else is done in the background stand here.',
  },
  domains: { icon: 'domain', empty: 'Addresses of your own stand here.' },
  'api-keys': {
    icon: 'key',
    narrowLine: ({ scopes }) => String(scopes ?? ''),
    empty: 'Programs that use the API of this site each need one.',
  },
  audit: {
    title: ({ type }) => String(type ?? ''),
    narrowLine: auditLine,
    icon: 'audit',
    empty: 'Whatever is changed here is written down, with who did it.',
  },
};
