'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { FormState } from '@/app/_screens/screen-types';
import { handOver } from '@/lib/admin/members/hand-over';
import { deleteSiteOf } from '@/lib/admin/settings/delete-site';
import { SettingsConflict } from '@/lib/admin/settings/settings-conflict';
import { updateSettings } from '@/lib/admin/settings/update-settings';
import { formCheckbox } from '@/lib/api/form-object';
import { platformAddress } from '@/lib/api/platform-address';
import { showAtOnce } from '@/lib/api/show-at-once';
import { tenantAction, tenantReadAction } from '@/lib/api/tenant-action';
import { confirmPassword } from '@/lib/auth/confirm-password';
import { InvalidInput } from '@/lib/errors';
import { accentSample } from './_parts/accent-sample';
import { settingsForm } from './_parts/settings-form-input';
import { settingsRefusal } from './_parts/settings-refusal';

/**
 * Saves the settings; the public site shows them in the very next answer. Gives back what to decide
 * where somebody else was quicker.
 */
export const saveSettings = tenantAction(
  { permission: 'settings.write', input: settingsForm },
  async (ctx, { seenAt, typed, ...input }): Promise<FormState> => {
    try {
      const { tags } = await updateSettings(ctx, input, seenAt);
      showAtOnce(tags);
    } catch (error) {
      if (!(error instanceof SettingsConflict)) throw error;
      return settingsRefusal(error, { typed, seen: seenAt }, ctx.tenant.settings);
    }
    redirect(`/admin/settings?saved=${Date.now().toString(36)}`);
  },
);

const transferForm = z.object({
  member: z.string().max(320).default(''),
  email: z.string().max(320).default(''),
  leave: formCheckbox,
  password: z.string().max(1024).default(''),
});

/** Deletes the whole site, for its owner alone. There is nothing here any more afterwards. */
export const deleteSite = tenantAction(
  { permission: 'settings.delete', input: z.object({ slug: z.string().max(100).default('') }) },
  async (ctx, { slug }) => {
    const { tags } = await deleteSiteOf(ctx, slug);
    showAtOnce(tags);
    redirect(platformAddress());
  },
);

/** Gives the whole site to somebody else, for its owner alone, who is signed out here then. */
export const transferSite = tenantAction(
  { permission: 'settings.delete', input: transferForm },
  async (ctx, { member, email, leave, password }) => {
    const toEmail = member || email.trim();
    if (!toEmail) throw new InvalidInput({ toEmail: ['Say who gets the site.'] });
    await confirmPassword(ctx.viewer, password, { realm: ctx.tenant.id, requestId: ctx.requestId });
    const { tags } = await handOver(ctx, { toEmail, remove: leave });
    showAtOnce(tags);
    redirect('/');
  },
);

/** The accent that a brand colour gives, for the sample beside the field. */
export const sampleAccent = tenantReadAction(
  { permission: 'settings.write', input: z.string().regex(/^#[0-9a-f]{6}$/i) },
  async (_ctx, color) => accentSample(color),
);
