import type { NextRequest } from 'next/server';
import { edgeResponse } from './lib/tenancy/edge-response';

/**
 * Every request passes here, but for the build's own assets. A hole in the matcher would be a way
 * around the tenant: what is skipped goes straight to `[tenant]` with a segment the client chose.
 */
export const config = { matcher: ['/((?!_next/).*)'] };

export function middleware(request: NextRequest) {
  return edgeResponse(request);
}
