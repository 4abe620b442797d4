import { Panel } from '@/lib/ui/list/panel';
import { ButtonLink } from '@/lib/ui/shell/button-link';

/** The way to the page where an owner deletes the whole site. */
export function DeleteSitePanel() {
  return (
    <Panel title="Delete this site">
      <p className="mb-3">
        It is gone from every address at once. The people who run the platform can bring it back for
        a while.
      </p>
      <ButtonLink href="/admin/settings/delete" tone="danger">
        Delete this site
      </ButtonLink>
    </Panel>
  );
}
