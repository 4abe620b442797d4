import { WaysOut } from '@/app/[tenant]/_parts/ways-out';
import type { TenantSettings } from '@/lib/tenancy/tenant';
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
      <WaysOut site={site} isSignedIn={isSignedIn} />
    </>
  );
}
