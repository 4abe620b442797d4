'use server';

import { screenInput, toFormData } from '@/app/_screens/form-data';
import { tenantAction } from '@/lib/api/tenant-action';
import { adminPlace } from '../_parts/admin-place';
import { runPostSave } from './_parts/run-post-save';

/** The buttons of the editor. */
export const savePost = tenantAction(
  { permission: 'posts.write', input: screenInput },
  async (ctx, input) => runPostSave(ctx, adminPlace(ctx.tenant, 'posts'), toFormData(input)),
);
