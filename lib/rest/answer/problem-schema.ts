import { z } from '@hono/zod-openapi';

/** What every answer over 399 looks like (RFC 9457). */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .openapi({ description: 'What is wrong with which field.' }),
    requestId: z.string(),
  })
  .openapi('Problem');
