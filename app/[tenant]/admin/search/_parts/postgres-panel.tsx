import { Badge } from '@/lib/ui/list/badge';
import { DescriptionList } from '@/lib/ui/list/description-list';
import { Panel } from '@/lib/ui/list/panel';

/** What there is to say where the database itself searches. */
export function PostgresPanel() {
  return (
    <Panel title="Index" foot="There is nothing to build and nothing to compare.">
      <div className="search-facts">
        <DescriptionList
          items={[
            { label: 'Engine', value: 'PostgreSQL' },
            { label: 'State', value: <Badge tone="good">Always in step</Badge> },
          ]}
        />
      </div>
      <p className="search-words">
        The index is part of the database. It is written in the same moment as a post, so readers
        find a post as soon as it is published.
      </p>
    </Panel>
  );
}
