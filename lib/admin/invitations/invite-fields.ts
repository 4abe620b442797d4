import { z } from 'zod';
import { invitationDays, longestMessage, usualDays } from './wish';

/** For how many days: one of few. */
export const daysField = z.coerce
  .number()
  .default(usualDays)
  .pipe(z.literal(invitationDays, `One of ${invitationDays.join(', ')} days.`));

/** A word of one's own: plain text, line breaks kept, nothing else that is no character. */
export const messageField = z
  .string()
  .default('')
  .transform((text) =>
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n]/gu, ' ')
      .trim(),
  )
  .pipe(z.string().max(longestMessage, `At most ${longestMessage} characters.`));
