'use server';

import { redirect } from 'next/navigation';
import { consoleAction } from '@/lib/api/console-action';
import type { ConsoleContext } from '@/lib/api/console-context';
import { confirmPassword } from '@/lib/auth/confirm-password';
import { beginTwoFactor } from '@/lib/auth/two-factor/begin-two-factor';
import { endTwoFactor, remakeRecoveryCodes } from '@/lib/auth/two-factor/change-two-factor';
import { confirmTwoFactor } from '@/lib/auth/two-factor/confirm-two-factor';
import { readTwoFactor } from '@/lib/auth/two-factor/read-two-factor';
import { beginInput, codesInput, endInput } from './two-factor-input';

const permission = 'account.use';

/** Begins to turn two-factor on: the password, then the page with the picture. */
export const beginSetUp = consoleAction(
  { permission, input: beginInput },
  async ({ viewer, requestId }, { password }) => {
    await confirmPassword(viewer, password, { realm: null, requestId });
    await beginTwoFactor(viewer);
    redirect('/account/two-factor/codes');
  },
);

/** Turns it on with a first code, or makes new recovery codes. The answer is the only copy of them. */
export const makeCodes = consoleAction(
  { permission, input: codesInput },
  async (ctx, { code, password = '' }): Promise<{ codes: string[] }> => {
    const { viewer, requestId } = ctx;
    const { since } = await readTwoFactor(viewer.sessionId);
    if (!since) return { codes: await confirmTwoFactor(holderOf(ctx), code) };
    await confirmPassword(viewer, password, { realm: null, requestId });
    return { codes: await remakeRecoveryCodes(holderOf(ctx), code) };
  },
);

/** Turns two-factor off, for who has both the password and a code. */
export const turnOff = consoleAction(
  { permission, input: endInput },
  async (ctx, { code, password }) => {
    const { viewer, requestId } = ctx;
    await confirmPassword(viewer, password, { realm: null, requestId });
    await endTwoFactor(holderOf(ctx), code);
    redirect('/account/two-factor?off=1');
  },
);

function holderOf({ viewer, requestId }: ConsoleContext) {
  return { userId: viewer.userId, sessionId: viewer.sessionId, requestId };
}
