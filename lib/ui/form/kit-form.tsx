import type { ReactNode } from 'react';
import type { FormAction, Hidden } from '../kit-types';
import { HiddenFields } from './hidden-fields';

/** A form whose words about errors are ours, not the browser's. */
export function KitForm({ action, hidden, children, id, className, encType }: KitFormProps) {
  // React sets the method itself where a Server Action receives the form.
  const way = typeof action === 'string' ? { method: 'post', encType } : {};
  return (
    <form id={id} action={action} className={className ?? 'form-stack'} noValidate {...way}>
      <HiddenFields fields={hidden} />
      {children}
    </form>
  );
}

interface KitFormProps {
  action: FormAction;
  hidden?: Hidden;
  children: ReactNode;
  id?: string;
  className?: string;
  encType?: 'multipart/form-data';
}
