import { z } from 'zod';

const password = z.string('Enter your password.').min(1, 'Enter your password.');
const code = z.string('Enter a code.').trim().min(1, 'Enter a code.').max(40, 'That is no code.');

export const beginInput = z.object({ password });

/** For what is changed while two-factor is on: both factors. */
export const endInput = z.object({ password, code });

/** The password only where two-factor is on already: setting it up has asked for it. */
export const codesInput = z.object({ code, password: z.string().optional() });
