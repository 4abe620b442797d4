import { z } from 'zod';
import { flag, whole } from '../env-shapes';

const word = z.string().regex(/^[\w.-]{1,200}$/, 'expected letters, digits, dots and hyphens');

/** The variables of a Pusher-protocol server of one's own or a hosted one, and what each may hold. */
export const realtimeVariables = {
  PUSHER_APP_ID: word.optional(),
  PUSHER_KEY: word.optional(),
  PUSHER_SECRET: z.string().max(200).optional(),
  PUSHER_HOST: z
    .string()
    .regex(/^[a-z0-9.-]{1,253}$/i, 'expected a host name, as in ws.example.com')
    .optional(),
  PUSHER_PORT: whole(1, 65_535, 443),
  PUSHER_CLUSTER: z
    .string()
    .regex(/^[a-z0-9-]{1,20}$/, 'expected a cluster, as in eu')
    .optional(),
  PUSHER_USE_TLS: flag.default(true),
};

const needed = ['PUSHER_APP_ID', 'PUSHER_KEY', 'PUSHER_SECRET'] as const;

type Given = { [name in (typeof needed)[number] | 'PUSHER_HOST' | 'PUSHER_CLUSTER']?: string };

/** A server needs all of what names it: half of it would look configured and tell nobody anything. */
export function checkRealtime(given: Given, { addIssue }: z.core.$RefinementCtx): void {
  const set = [...needed, 'PUSHER_HOST', 'PUSHER_CLUSTER'].find((name) => given[name as never]);
  if (!set) return;
  const refuse = (name: string, message: string) =>
    addIssue({ code: 'custom', path: [name], message });
  for (const name of needed.filter((one) => !given[one])) {
    refuse(name, `missing, since ${set} is set; as the server gave it`);
  }
  if (given.PUSHER_HOST || given.PUSHER_CLUSTER) return;
  refuse('PUSHER_HOST', `missing, since ${set} is set; or PUSHER_CLUSTER, as in eu`);
}
