'use client';

import { type ReactNode, useEffect } from 'react';
import { connection } from '../connection/connection';
import { unsentWords } from '../connection/unsent';
import { useSafeAction } from '../connection/use-safe-action';
import { showToast } from '../dialog/show-toast';
import type { FormAction, Hidden } from '../kit-types';
import { HiddenFields } from './hidden-fields';

/**
 * A form that is one button. When it cannot be sent, or is refused, a message says so and the page
 * stays (S2.43).
 */
export function ActForm({ action, fields, id, hidden, children }: ActFormProps) {
  const { act, unsent, refused } = useSafeAction(action);
  useEffect(() => {
    if (!unsent) return;
    const words = unsentWords(unsent.why, connection.isAway());
    showToast(`Not done. ${words}`, { tone: 'bad', id: 'unsent' });
  }, [unsent]);
  useEffect(() => {
    if (!refused) return;
    const { words, isSignedOut } = refused;
    const signIn = isSignedOut ? { label: 'Sign in', href: '/login' } : undefined;
    showToast(`Not done. ${words}`, { tone: 'bad', id: 'refused', act: signIn });
  }, [refused]);
  return (
    <form
      id={id}
      action={act}
      method={typeof action === 'string' ? 'post' : undefined}
      hidden={hidden}
    >
      <HiddenFields fields={fields} />
      {children}
    </form>
  );
}

interface ActFormProps {
  action: FormAction;
  fields?: Hidden;
  id?: string;
  hidden?: boolean;
  children?: ReactNode;
}
