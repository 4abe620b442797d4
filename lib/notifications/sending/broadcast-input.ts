import { z } from 'zod';
import { audienceSchema } from '../audience';
import { isSitePath } from '../site-path';
import { longestBody, longestTitle } from './broadcast-limits';

const farthestDays = 366;

/** Line breaks may stand in a body; other control characters nowhere. */
const printable = (text: string) => !/[^\P{Cc}\n\t]/u.test(text);
const oneLine = (text: string) => !/\p{Cc}/u.test(text);

/** What a broadcast says, to whom, and when. Texts are plain. */
export const broadcastSchema = z.strictObject({
  title: z
    .string()
    .trim()
    .min(1, 'Give it a title.')
    .max(longestTitle, `At most ${longestTitle} characters.`)
    .refine(oneLine, 'One line, please.'),
  body: z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .max(longestBody, `At most ${longestBody} characters.`)
        .refine(printable, 'It holds a character that cannot be shown.'),
    ),
  href: z
    .string()
    .trim()
    .refine(isSitePath, 'A path of this site, as /blog/hello, or nothing.')
    .default(''),
  audience: audienceSchema,
  /** Not before then; at once unless given. */
  scheduledFor: z
    .date('Choose a day and a time.')
    .refine((time) => time.getTime() > Date.now(), 'This time has passed.')
    .refine((time) => time.getTime() < Date.now() + farthestDays * 86_400_000, 'Within a year.')
    .nullish(),
  /** Made by the form: whoever sends it twice has sent it once. */
  key: z.uuid().optional(),
});

export type BroadcastInput = z.input<typeof broadcastSchema>;
