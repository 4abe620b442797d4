import { Panel } from '@/lib/ui/list/panel';
import { ButtonLink } from '@/lib/ui/shell/button-link';

/** The ways to the pages where an owner gives the whole site away, or deletes it. */
export function OwnerPanels() {
  return (
    <>
      <Panel title="Give this site to somebody else">
        <p className="mb-3">Somebody else owns it from then on. Both of you get a mail.</p>
        <ButtonLink href="/admin/settings/transfer" tone="plain">
          Give this site away
        </ButtonLink>
      </Panel>
      <Panel title="Delete this site">
        <p className="mb-3">
          It is gone from every address at once. The people who run the platform can bring it back
          for a while.
        </p>
        <ButtonLink href="/admin/settings/delete" tone="danger">
          Delete this site
        </ButtonLink>
      </Panel>
    </>
  );
}
