import { consoleResources } from '../console/registry';
import type { RequestLimits } from '../limits/request-limits';
import type { Operation } from './operation';
import { limitOperations } from './operations/limit-operations';
import { meOperation } from './operations/me-operation';
import { platformOperations } from './operations/platform-operations';
import { tokenOperations } from './operations/token-operations';
import { type RestOptions, resourceOperations } from './resources/resource-operations';
import { type RestApp, restApp } from './rest-app';
import type { PlatformRestContext } from './rest-context';

const options: Record<string, RestOptions> = { jobs: { verbs: ['retry', 'discard'] } };

/** Everything that can be asked on the root host; superusers only. */
export const platformOperationList: Operation<PlatformRestContext>[] = [
  ...tokenOperations('root@example.com'),
  meOperation,
  ...consoleResources.flatMap((resource) =>
    resourceOperations(resource, { under: '/platform', ...options[resource.name] }),
  ),
  ...platformOperations,
  ...limitOperations,
];

/** The API of the root host. */
export function platformApi(limits?: RequestLimits): RestApp<PlatformRestContext> {
  return restApp(platformOperationList, limits);
}
