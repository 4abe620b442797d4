import { z } from 'zod';
import { isAllowedOrigin } from '../../tenancy/content-security-policy';
import { givenLinks } from '../../tenancy/site-links';
import { givenPicture, type SitePicture } from '../../tenancy/site-picture';
import { featuresInput } from '../../tenancy/tenant-features';
import { commentChoices, fonts, isTimeZone, registrations } from '../../tenancy/tenant-settings';

/** What the owner of a site may set. A value that cannot be used is refused with what to do. */
export const settingsInput = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'Give the site a name.')
    .max(80, 'A name has at most 80 characters.'),
  description: z.string().trim().max(300, 'A description has at most 300 characters.'),
  brandColor: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, 'Write a colour as # and six digits, as in #0b7a6b.'),
  theme: z.enum(['system', 'light', 'dark'], { error: 'Choose one of the themes.' }),
  font: z.enum(fonts, { error: 'Choose one of the typefaces.' }),
  logo: givenPicture,
  favicon: givenPicture,
  headerLinks: givenLinks(6),
  footerLinks: givenLinks(12),
  locale: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'Choose one of the languages.'),
  timeZone: z.string().refine(isTimeZone, 'Choose one of the time zones.'),
  features: featuresInput,
  allowedOrigins: z
    .array(z.string().trim().toLowerCase())
    .max(20, 'At most 20 addresses.')
    .superRefine((origins, check) => {
      const wrong = origins.find((origin) => !isAllowedOrigin(origin));
      if (wrong === undefined) return;
      const message = `“${wrong.slice(0, 80)}” is no address like https://cdn.example.com.`;
      check.addIssue({ code: 'custom', message });
    }),
  redirectToPrimary: z.boolean(),
  registration: z.enum(registrations, { error: 'Say who may become a member.' }),
  comments: z.enum(commentChoices, { error: 'Say who may comment.' }),
});

export type SettingsInput = z.output<typeof settingsInput>;

/** The same as they are kept: with what pages must know of pictures. */
export type SettingsValues = Omit<SettingsInput, 'logo' | 'favicon'> & {
  logo: SitePicture | null;
  favicon: SitePicture | null;
};

/** Fields by the words people see. */
export const settingsLabels: Record<keyof SettingsInput, string> = {
  name: 'Name',
  description: 'Description',
  brandColor: 'Brand colour',
  theme: 'Theme',
  font: 'Typeface of articles',
  logo: 'Logo',
  favicon: 'Icon of the browser’s tab',
  headerLinks: 'Links in the header',
  footerLinks: 'Links in the footer',
  locale: 'Language of dates',
  timeZone: 'Time zone',
  features: 'Parts of the site',
  allowedOrigins: 'Other addresses the site may load from',
  redirectToPrimary: 'Send visitors to the primary domain',
  registration: 'Who may become a member',
  comments: 'Who may comment on posts',
};
