import { z } from 'zod';

const slug = z
  .string()
  .max(120, 'A slug has at most 120 characters.')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A slug is small letters, digits and single hyphens.');

const clockSkewMilliseconds = 60_000;

/** What a writer may set on a post. */
export const postInput = z.strictObject({
  slug,
  title: z.string().trim().min(1, 'A post needs a title.').max(200),
  description: z.string().trim().max(500).default(''),
  body: z.string().max(300_000, 'A post has at most 300,000 characters.').default(''),
  status: z.enum(['draft', 'published']).default('draft'),
  publishedAt: z
    .date()
    .refine((date) => date.getTime() <= Date.now() + clockSkewMilliseconds, {
      message: 'A post cannot be published in the future yet.',
    })
    .nullable()
    .default(null),
  authorId: z.uuid(),
});

export type PostInput = z.input<typeof postInput>;

/** Minutes to read a Markdown text, at 230 words a minute, never under one. */
export function readingMinutes(body: string): number {
  return Math.max(1, Math.round(body.split(/\s+/).filter(Boolean).length / 230));
}
