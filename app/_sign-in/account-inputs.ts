import { z } from 'zod';
import { emailField, nameField, newPasswordField } from '@/lib/auth/accounts/account-fields';

const token = z.string().max(200).default('');
/** A password that is checked, not chosen. */
const given = z.string().max(5000).default('');
const site = {
  site: z.string('Give the site a name.').max(1000).default(''),
  slug: z.string().max(1000).default(''),
};

export const registerInput = z.object({
  name: nameField,
  email: emailField,
  password: newPasswordField,
});

export const signupInput = registerInput.extend(site);

export const ownSiteInput = z.object(site);

export const emailInput = z.object({ email: emailField });

export const resetInput = z.object({ token, password: newPasswordField });

export const confirmInput = z.object({ token, password: given });

export const confirmSiteInput = confirmInput.extend(site);

export const answerInput = z.object({ token, answer: z.enum(['yes', 'no']) });

export const passwordInput = z.object({ current: given, password: newPasswordField });

export const changeEmailInput = z.object({ current: given, email: emailField });

export const changeNameInput = z.object({ name: nameField });
