import type { TenantSettings } from '@/lib/tenancy/tenant';
import { PlaceLink } from '@/lib/ui/place-link';
import { AuthHead } from '@/lib/ui/shell/auth-head';

interface NotOpenProps {
  site: string;
  registration: TenantSettings['registration'];
  isSignedIn: boolean;
}

/** Nobody can register by themself here: why, and what to do instead. */
export function NotOpen({ site, registration, isSignedIn }: NotOpenProps) {
  return (
    <>
      <AuthHead
        title={registration === 'closed' ? 'Registration is closed' : 'Members are invited here'}
      >
        {registration === 'closed'
          ? `${site} takes no new members at the moment.`
          : `${site} invites its members by mail. Ask somebody of the site for an invitation.`}
      </AuthHead>
      <div className="grid gap-2">
        {isSignedIn ? null : (
          <PlaceLink className="button primary w-full" href="/login">
            Sign in
          </PlaceLink>
        )}
        <PlaceLink className="button w-full" href="/">
          Read {site}
        </PlaceLink>
      </div>
    </>
  );
}
