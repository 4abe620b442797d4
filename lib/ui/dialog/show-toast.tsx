'use client';

import { toast } from 'sonner';
import { ToastBody, type ToastFacts } from './toast-body';

/**
 * Says briefly what has happened. Not for errors in forms, which stand beside the field.
 * @param options `bad` stays until it is closed; `id` replaces the message with the same id
 */
export function showToast(text: string, options: Omit<ToastFacts, 'text'> & { id?: string } = {}) {
  const { id: given, ...facts } = options;
  // The body counts the seconds itself: they stop while it has the focus. Other words, other seconds.
  toast.custom(
    (id) => <ToastBody key={text} {...facts} text={text} close={() => toast.dismiss(id)} />,
    {
      duration: Number.POSITIVE_INFINITY,
      id: given,
    },
  );
}
