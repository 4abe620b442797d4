import { z } from 'zod';
import { codeField as code } from '@/app/_sign-in/code-input';

const password = z.string('Enter your password.').min(1, 'Enter your password.');

export const beginInput = z.object({ password });

/** For what is changed while two-factor is on: both factors. */
export const endInput = z.object({ password, code });

/** The password only where two-factor is on already: setting it up has asked for it. */
export const codesInput = z.object({ code, password: z.string().optional() });
