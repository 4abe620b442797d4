import type { Resource } from '../resources/resource';
import { apiKeysResource } from './resources/api-keys';
import { auditResource } from './resources/audit';
import { authorsResource } from './resources/authors';
import { commentsResource } from './resources/comments';
import { domainsResource } from './resources/domains';
import { groupsResource } from './resources/groups';
import { invitationsResource } from './resources/invitations';
import { jobsResource } from './resources/jobs';
import { mediaResource } from './resources/media';
import { membersResource } from './resources/members';
import { postsResource } from './resources/posts';
import { rolesResource } from './resources/roles';
import { tagsResource } from './resources/tags';
import { holdResources } from './rights/held-resources';

/** Everything a tenant's admin and API are made of, in the order of the navigation. */
export const adminResources: readonly Resource[] = [
  postsResource,
  tagsResource,
  authorsResource,
  mediaResource,
  commentsResource,
  membersResource,
  invitationsResource,
  groupsResource,
  rolesResource,
  domainsResource,
  apiKeysResource,
  jobsResource,
  auditResource,
];

holdResources(adminResources);

/** Gives a resource by its name in addresses, or undefined. */
export function findResource(name: string): Resource | undefined {
  return adminResources.find((resource) => resource.name === name);
}
