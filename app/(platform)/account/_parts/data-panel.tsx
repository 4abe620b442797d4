import { Panel } from '@/lib/ui/list/panel';
import { RowList } from '@/lib/ui/list/row-list';
import { ButtonLink } from '@/lib/ui/shell/button-link';

/** The way to a copy of one's data, and out. */
export function DataPanel() {
  return (
    <Panel title="Your data" flush>
      <RowList
        rows={[
          {
            id: 'export',
            title: 'Copy of your data',
            note: 'What is known of you, and what you wrote, as one file.',
            act: (
              <ButtonLink href="/account/export" small>
                Get a copy
              </ButtonLink>
            ),
          },
          {
            id: 'delete',
            title: 'Delete your account',
            note: 'You read first what goes with it.',
            act: (
              <ButtonLink href="/account/delete" tone="danger" small>
                Delete account
              </ButtonLink>
            ),
          },
        ]}
      />
    </Panel>
  );
}
