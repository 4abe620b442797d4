import { z } from 'zod';

/** A picture of the tenant's library that stands for the site, as settings keep it. */
export interface SitePicture {
  id: string;
  fileName: string;
  width: number;
  height: number;
}

/** As stored; what cannot be used is none. */
export const storedPicture = z
  .object({
    id: z.uuid(),
    fileName: z.string().min(1).max(120),
    width: z.number().int().positive(),
    height: z.number().int().positive(),
  })
  .nullable()
  .catch(null);

/** As given: the picture's id, or the picture as it is stored; nothing for none. */
export const givenPicture = z
  .union([z.uuid(), z.literal(''), z.null(), z.object({ id: z.uuid() })], {
    error: 'Choose a picture of the library.',
  })
  .transform((given) => (typeof given === 'object' ? (given?.id ?? null) : given || null));
