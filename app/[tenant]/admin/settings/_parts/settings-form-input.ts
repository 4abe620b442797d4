import { z } from 'zod';
import { screenInput } from '@/app/_screens/form-data';
import { readLinkLines } from '@/lib/admin/settings/link-lines';
import { settingsInput } from '@/lib/admin/settings/settings-input';
import type { FormValues } from '@/lib/api/form-object';

/** What the settings form posts, checked as the settings are; `typed` is the form itself. */
export const settingsForm = screenInput
  .transform(readSettingsForm)
  .pipe(settingsInput.extend({ seenAt: z.string().max(40), typed: screenInput }));

function readSettingsForm(form: FormValues) {
  const text = (name: string) => String([form[name] ?? ''].flat().at(-1));
  const isOn = (name: string) => text(name) === 'on';
  return {
    name: text('name'),
    description: text('description'),
    brandColor: text('brandColor'),
    theme: text('theme'),
    font: text('font'),
    // The check takes more than a form can say.
    logo: text('logo') as string | { id: string } | null,
    favicon: text('favicon') as string | { id: string } | null,
    headerLinks: readLinkLines(text('headerLinks')),
    footerLinks: readLinkLines(text('footerLinks')),
    locale: text('locale'),
    timeZone: text('timeZone'),
    features: { feed: isOn('features.feed'), topics: isOn('features.topics') },
    allowedOrigins: text('allowedOrigins')
      .split(/[\s,]+/)
      .filter((one) => one !== ''),
    redirectToPrimary: isOn('redirectToPrimary'),
    registration: text('registration'),
    comments: text('comments'),
    // What the person saw, or, to save over somebody else, what they were told of.
    seenAt: text('_keep') || text('_seenAt'),
    typed: form,
  };
}
