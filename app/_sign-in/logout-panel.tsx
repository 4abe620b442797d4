import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import type { FormAction } from '@/lib/ui/kit-types';
import { Panel } from '@/lib/ui/list/panel';
import { PlaceLink } from '@/lib/ui/place-link';

/** Asks before signing out: an address alone must not do it, since any page can point here. */
export function LogoutPanel({ action, person, hostname }: LogoutPanelProps) {
  return (
    <div className="mx-auto w-full max-w-md">
      <Panel>
        <h1 className="font-semibold text-lg">Sign out</h1>
        <p className="mt-1 mb-4 text-ink-2">
          {person ? (
            <>
              You are signed in to <b>{hostname}</b> as {person}. Signing out ends it in this
              browser, on every site that you entered with it.
            </>
          ) : (
            <>Nobody is signed in to {hostname} in this browser.</>
          )}
        </p>
        {person ? (
          <KitForm action={action}>
            <SubmitButton block>Sign out</SubmitButton>
          </KitForm>
        ) : (
          <PlaceLink className="button w-full" href="/login">
            Sign in
          </PlaceLink>
        )}
      </Panel>
    </div>
  );
}

interface LogoutPanelProps {
  action: FormAction;
  /** Email of who is signed in; nothing for nobody. */
  person?: string;
  hostname: string;
}
