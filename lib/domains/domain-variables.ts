import { z } from 'zod';

const host = String.raw`[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+`;
const server = /^(\d{1,3}(\.\d{1,3}){3}|\[[\da-f:]+\])(:\d{1,5})?$|^[\da-f]*:[\da-f:]+$/i;
const target = new RegExp(`^(${host}|[0-9a-f]*:[0-9a-f:]+)$`);

/** The variables of custom domains, and what each may hold. */
export const domainVariables = {
  DOMAIN_TARGET: list(target, 'sites.example.com,203.0.113.7'),
  DNS_SERVER: list(server, '9.9.9.9,[2620:fe::fe]:53'),
  VERCEL_TOKEN: z.string().optional(),
  VERCEL_PROJECT_ID: z.string().optional(),
  VERCEL_TEAM_ID: z.string().optional(),
};

function list(shape: RegExp, example: string) {
  return z
    .string()
    .transform((value) => value.toLowerCase().replaceAll(/\s+/g, ''))
    .refine(
      (value) => value.split(',').every((one) => shape.test(one)),
      `expected names or addresses, comma-separated, as in ${example}`,
    )
    .optional();
}

/** What one variable demands of another. */
export function checkHosting(
  { VERCEL_TOKEN, VERCEL_PROJECT_ID }: { VERCEL_TOKEN?: string; VERCEL_PROJECT_ID?: string },
  { addIssue }: z.core.$RefinementCtx,
): void {
  if (!VERCEL_TOKEN || VERCEL_PROJECT_ID) return;
  const message = 'missing, since VERCEL_TOKEN is set; as in prj_1234';
  addIssue({ code: 'custom', path: ['VERCEL_PROJECT_ID'], message });
}
