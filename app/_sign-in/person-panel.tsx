import type { Viewer } from '@/lib/auth/viewer';
import { DescriptionList } from '@/lib/ui/list/description-list';
import { Panel } from '@/lib/ui/list/panel';
import { PlaceLink } from '@/lib/ui/place-link';

/** Who somebody is, with the way to where that is changed: for all sites at once, on the root host. */
export function PersonPanel({ viewer, settings }: { viewer: Viewer; settings: string }) {
  const link = (
    <PlaceLink className="button small" href={settings}>
      Account settings
    </PlaceLink>
  );
  return (
    <Panel title="You" act={link}>
      <DescriptionList
        items={[
          { label: 'Name', value: viewer.name },
          { label: 'Email', value: viewer.email },
        ]}
      />
    </Panel>
  );
}
