import type { ReactNode } from 'react';

/** Title of a page with one form, and what the form is for. */
export function AuthHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="auth-head">
      <h1>{title}</h1>
      {children ? <p>{children}</p> : null}
    </div>
  );
}
