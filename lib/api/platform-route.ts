import type { NextRequest } from 'next/server';
import type { Permission } from '../auth/permissions';
import { readViewer } from '../auth/read-session';
import { AppError } from '../errors';
import { requestIdHeader } from '../tenancy/private-headers';
import { type ConsoleContext, consoleContext } from './console-context';
import { problemAnswer } from './error-response';
import { requestFacts } from './request-facts';
import { requireSameOrigin } from './same-origin';
import { isReading } from './tenant-route';

interface PlatformInput {
  request: NextRequest;
  requestId: string;
}

type Context = { params: Promise<Record<string, string | string[]>> };
type Route = (request: NextRequest, context: Context) => Promise<Response>;

/**
 * The door of routes that belong to no tenant, and get no handle to any tenant's rows. `public` ones
 * are the same on every host. All others exist on the root host alone: for anybody signed in there
 * (`account.use`), or for the platform's superusers.
 */
export function platformRoute(
  handler: (input: PlatformInput, context: Context) => Promise<Response>,
  options: { permission: 'public' },
): Route;
export function platformRoute(
  handler: (input: PlatformInput & { ctx: ConsoleContext }, context: Context) => Promise<Response>,
  options: { permission: Permission },
): Route;
export function platformRoute(
  handler: (input: never, context: Context) => Promise<Response>,
  { permission }: { permission: 'public' | Permission },
): Route {
  return async (request, context) => {
    const requestId = request.headers.get(requestIdHeader) ?? 'none';
    try {
      const ctx = permission === 'public' ? null : await admit(permission, request);
      return await handler({ request, requestId, ctx } as never, context);
    } catch (error) {
      return problemAnswer(error, { requestId, path: request.nextUrl.pathname });
    }
  };
}

async function admit(permission: Permission, request: NextRequest): Promise<ConsoleContext> {
  const { isRootHost, requestId } = await requestFacts();
  if (!isRootHost) throw nothingHere();
  if (!isReading(request)) requireSameOrigin(request.headers);
  const viewer = await readViewer(null);
  if (!viewer) throw new AppError('not_signed_in', 'Sign in first.');
  const ctx = consoleContext(viewer, requestId);
  if (!ctx.can(permission)) throw nothingHere();
  return ctx;
}

function nothingHere(): AppError {
  return new AppError('not_found', 'There is no such address.');
}
