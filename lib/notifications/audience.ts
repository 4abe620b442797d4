import { z } from 'zod';

export const mostNamed = 500;

/** Whom a broadcast is for (contract of POST /notifications/broadcast). */
export const audienceSchema = z.union([
  z.strictObject({ all: z.literal(true) }),
  z.strictObject({ group: z.uuid() }),
  z.strictObject({ users: z.array(z.uuid()).min(1).max(mostNamed) }),
]);

/** Everybody of the tenant, a group's members, or some by the ids of their accounts. */
export type Audience = z.output<typeof audienceSchema>;

/** As it is kept: whoever did it themselves need not be told. */
export type KeptAudience = Audience & { except?: string };
