import { z } from 'zod';

/** The field of the second step. */
export const codeInput = z.object({
  code: z.string('Enter a code.').trim().min(1, 'Enter a code.').max(40, 'That is no code.'),
  next: z.string().max(2000).optional(),
});
