import { log } from '../log';
import { requestIdHeader, tenantHeader } from '../tenancy/private-headers';

interface RequestInfo {
  path: string;
  method: string;
  headers: Record<string, string | string[] | undefined>;
}

/** Logs what escaped a page or an action, with the request's id and the digest that its page shows. */
export function logRequestError(
  error: unknown,
  request: RequestInfo,
  context: { routePath: string; routeType: string },
): void {
  log.error(
    {
      event: 'request.failed',
      requestId: request.headers[requestIdHeader],
      tenant: request.headers[tenantHeader],
      digest: (error as { digest?: string })?.digest,
      method: request.method,
      path: request.path,
      route: context.routePath,
      err: error,
    },
    'a page failed',
  );
}
