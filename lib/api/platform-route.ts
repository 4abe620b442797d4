import type { NextRequest } from 'next/server';
import { requestIdHeader } from '../tenancy/private-headers';
import { problemOf, problemResponse } from './error-response';

/** Answers for the platform, bound to no tenant. */
export type PlatformHandler = (input: {
  request: NextRequest;
  requestId: string;
}) => Promise<Response>;

/**
 * The door of routes that belong to no tenant: they are the same on every host, and get no handle
 * to any tenant's rows.
 */
export function platformRoute(handler: PlatformHandler) {
  return async (request: NextRequest): Promise<Response> => {
    const requestId = request.headers.get(requestIdHeader) ?? 'none';
    try {
      return await handler({ request, requestId });
    } catch (error) {
      return problemResponse(problemOf(error, { requestId, path: request.nextUrl.pathname }));
    }
  };
}
