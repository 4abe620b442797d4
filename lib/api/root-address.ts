import type { NextRequest } from 'next/server';
import { originOf, rootDomains } from '../tenancy/tenant-address';

/** Gives the address of a request to `www.` and a root domain, without the `www.`. */
export function rootAddress(request: NextRequest): string {
  const asked = (request.headers.get('x-forwarded-host') ?? '').replace(/:\d+$/, '').toLowerCase();
  const roots = rootDomains();
  const root = roots.find((name) => asked === `www.${name}`) ?? roots[0] ?? 'localhost';
  return originOf(root) + request.nextUrl.pathname;
}
