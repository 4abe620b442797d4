import type { Resource } from '../resources/resource';
import { auditResource } from './resources/audit';
import { jobsResource } from './resources/jobs';
import { publicGroupsResource } from './resources/public-groups';
import { tenantsResource } from './resources/tenants';
import { usersResource } from './resources/users';

/** What the platform's console looks after, in the order of its navigation. */
export const consoleResources: Resource[] = [
  tenantsResource,
  usersResource,
  publicGroupsResource,
  jobsResource,
  auditResource,
];

/** Finds a resource of the console by its name in addresses. */
export function findConsoleResource(name: string): Resource | undefined {
  return consoleResources.find((resource) => resource.name === name);
}
