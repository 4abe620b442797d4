import { z } from 'zod';
import { cacheSettingsSchema } from '../state/cache-settings';
import { isAllowedOrigin } from './content-security-policy';
import { storedLinks } from './site-links';
import { storedPicture } from './site-picture';
import { featuresSchema, type TenantFeatures } from './tenant-features';

/** Everybody who registers, those who are invited, or nobody. */
export const registrations = ['open', 'invitation', 'closed'] as const;

/** A serif, the face of the interface, or whatever the reader's device has. */
export const fonts = ['serif', 'sans', 'device'] as const;

/** Who may comment on posts: nobody, or members, whose comments wait for a moderator all, first or not at all. */
export const commentChoices = ['off', 'held', 'first', 'open'] as const;

const timeZone = z.string().refine(isTimeZone);

/** What a tenant decides for itself. A value that is missing or unusable falls back to its default. */
export const tenantSettingsSchema = z.preprocess(
  objectOrNothing,
  z.object({
    brandColor: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i)
      .catch('#3b4656'),
    description: z.string().max(300).catch(''),
    timeZone: timeZone.catch('UTC'),
    locale: z
      .string()
      .regex(/^[a-z]{2}(-[A-Z]{2})?$/)
      .catch('en-GB'),
    theme: z.enum(['system', 'light', 'dark']).catch('system'),
    // The face that articles are read in.
    font: z.enum(fonts).catch('serif'),
    logo: storedPicture,
    favicon: storedPicture,
    headerLinks: storedLinks,
    footerLinks: storedLinks,
    allowedOrigins: z.array(z.string().refine(isAllowedOrigin)).max(20).catch([]),
    redirectToPrimary: z.boolean().catch(false),
    // Who may become a member by themself. The database reads it too.
    registration: z.enum(registrations).catch('invitation'),
    comments: z.enum(commentChoices).catch('off'),
    features: featuresSchema,
    // The platform's to set.
    cache: cacheSettingsSchema,
  }),
);

export type TenantSettings = Omit<z.infer<typeof tenantSettingsSchema>, 'features'> & {
  features: TenantFeatures;
};

/** The column takes any JSON; a list or a word there must not take the site down. */
function objectOrNothing(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** True for a time zone this runtime knows. */
export function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
