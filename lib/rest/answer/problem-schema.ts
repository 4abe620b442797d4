import { z } from '@hono/zod-openapi';
import { limitNames } from '../../limit-reached';

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
    limit: z
      .object({ name: z.enum(limitNames), used: z.int(), most: z.int() })
      .optional()
      .openapi({ description: 'The limit of the tenant that is reached.' }),
    requestId: z.string(),
  })
  .openapi('Problem');
