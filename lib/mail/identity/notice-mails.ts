import { z } from 'zod';
import type { MailContent } from '../branded-mail';
import type { MailSender } from './mail-sender';

/** What somebody is told about their account, as a job has it. */
export const noticeSchema = z.object({
  notice: z.enum(['password-changed', 'email-changed']),
  name: z.string(),
  email: z.string(),
  tenantId: z.uuid().nullable(),
  /** The new address. */
  to: z.string().optional(),
});

export type Notice = z.infer<typeof noticeSchema>;

/** What the mail says. It goes to the address the account had when it happened. */
export function noticeMail({ notice, name, to }: Notice, sender: MailSender): MailContent {
  if (notice === 'password-changed') {
    return {
      title: 'Your password was changed',
      paragraphs: [
        `Hello ${name},`,
        'your account has a new password. It was signed out everywhere else, and programs that used it have to sign in again.',
        'If it was not you, choose a new one at once, and have a look at who else can read your mail.',
      ],
      action: { label: 'Choose a new password', address: `${sender.home}/forgot` },
      footer: `${sender.name} sent this because the password of your account was changed.`,
    };
  }
  return {
    title: 'Your account has another email',
    paragraphs: [
      `Hello ${name},`,
      `your account has moved to ${to}, as both addresses have confirmed. This one is not used any more.`,
      'If that is wrong, write to the operators of this platform.',
    ],
    action: { label: `Open ${sender.name}`, address: sender.home },
    footer: `${sender.name} sent this because the email of your account was changed.`,
  };
}
