import { z } from 'zod';
import { emailFault, nameFault, passwordFault } from '../../tenancy/provisioning/new-tenant';

/** An email as it is kept: people type it with capitals and spaces. */
export const emailField = z
  .string('Enter your email.')
  .max(1000, 'Enter an email address, as in ada@example.com.')
  .transform((value) => value.trim().toLowerCase())
  .superRefine(refuse(emailFault));

/** What somebody is called. */
export const nameField = z
  .string('Enter your name.')
  .max(1000, 'Use at most 100 characters.')
  .transform((value) => value.trim())
  .superRefine(refuse((value) => (value === '' ? 'Enter your name.' : nameFault(value))));

/** A password that is chosen now. The rules are those of passwordFault. */
export const newPasswordField = z
  .string('Choose a password.')
  .superRefine(refuse((value) => (value === '' ? 'Choose a password.' : passwordFault(value))));

function refuse(faultOf: (value: string) => string | null) {
  return (value: string, check: z.core.$RefinementCtx<string>) => {
    const message = faultOf(value);
    if (message) check.addIssue({ code: 'custom', message });
  };
}
