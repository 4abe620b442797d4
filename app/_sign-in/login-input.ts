import { z } from 'zod';
import { formCheckbox } from '@/lib/api/form-object';

/** The fields of the sign-in form. */
export const loginInput = z.object({
  email: z.string('Enter your email.').trim().min(1, 'Enter your email.').max(320),
  password: z.string('Enter your password.').min(1, 'Enter your password.'),
  keep: formCheckbox,
  next: z.string().max(2000).optional(),
});
