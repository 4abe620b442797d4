'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { changeEmailInput, changeNameInput, passwordInput } from '@/app/_sign-in/account-inputs';
import { sessionInput } from '@/app/_sign-in/session-input';
import { consoleAction } from '@/lib/api/console-action';
import { visitorAddress } from '@/lib/api/visitor-address';
import { changeName as setName } from '@/lib/auth/accounts/change-name';
import { askEmailChange, stopEmailChange } from '@/lib/auth/accounts/email-change';
import { refusePassword } from '@/lib/auth/accounts/refuse-password';
import { confirmPassword } from '@/lib/auth/confirm-password';
import { endOtherSessions } from '@/lib/auth/end-session';
import { setPassword } from '@/lib/auth/set-password';

/** Signs the person out elsewhere. */
export const endSessions = consoleAction(
  { permission: 'account.use', input: sessionInput },
  async ({ viewer, requestId }, { session }) => {
    const target = session === 'others' ? null : session;
    await endOtherSessions(viewer.sessionId, target, requestId);
    redirect('/account');
  },
);

/** Changes what the person is called. */
export const changeName = consoleAction(
  { permission: 'account.use', input: changeNameInput },
  async ({ viewer, requestId }, { name }) => {
    await setName(viewer.sessionId, name, requestId);
    redirect('/account?changed=name');
  },
);

/** Changes the password, for who knows the present one. */
export const changePassword = consoleAction(
  { permission: 'account.use', input: passwordInput },
  async ({ viewer, requestId }, { current, password }) => {
    await confirmPassword(viewer, current, { realm: null, requestId }, 'current');
    refusePassword(password, viewer);
    await setPassword(viewer.sessionId, password, requestId);
    redirect('/account?changed=password');
  },
);

/** Asks both addresses whether the account may move, for who knows the password. */
export const changeEmail = consoleAction(
  { permission: 'account.use', input: changeEmailInput },
  async ({ viewer, requestId }, { current, email }) => {
    await confirmPassword(viewer, current, { realm: null, requestId }, 'current');
    await askEmailChange(viewer, email, await visitorAddress());
    redirect('/account?changed=email');
  },
);

/** Gives a change of email up that waits. */
export const stopChange = consoleAction(
  { permission: 'account.use', input: z.object({}) },
  async ({ viewer }) => {
    await stopEmailChange(viewer.sessionId);
    redirect('/account?changed=stopped');
  },
);
