import { z } from 'zod';

/** A code of the app, or a recovery code. */
export const codeField = z
  .string('Enter a code.')
  .trim()
  .min(1, 'Enter a code.')
  .max(40, 'That is no code.');

/** The form of the second step. */
export const codeInput = z.object({ code: codeField, next: z.string().max(2000).optional() });
