'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { updateSettings } from '@/lib/admin/settings/update-settings';
import { showAtOnce } from '@/lib/api/show-at-once';
import { tenantAction, tenantReadAction } from '@/lib/api/tenant-action';
import { accentSample } from './_parts/accent-sample';
import { settingsForm } from './_parts/settings-form-input';

/** Saves the settings; the public site shows them in the very next answer. */
export const saveSettings = tenantAction(
  { permission: 'settings.write', input: settingsForm },
  async (ctx, { seenAt, ...input }) => {
    const { tags } = await updateSettings(ctx, input, seenAt);
    showAtOnce(tags);
    redirect(`/admin/settings?saved=${Date.now().toString(36)}`);
  },
);

/** The accent that a brand colour gives, for the sample beside the field. */
export const sampleAccent = tenantReadAction(
  { permission: 'settings.write', input: z.string().regex(/^#[0-9a-f]{6}$/i) },
  async (_ctx, color) => accentSample(color),
);
