import { DescriptionList } from '@/lib/ui/list/description-list';
import { Notice } from '@/lib/ui/list/notice';
import { Panel } from '@/lib/ui/list/panel';
import { ButtonLink } from '@/lib/ui/shell/button-link';

/** The link that opens a tenant in maintenance; it is shown nowhere else. */
export function LinkMade({ link, home }: { link: string; home: string }) {
  return (
    <div className="record-form">
      <Notice tone="good" role="status" title="Closed for maintenance">
        Visitors see that it will be back soon.
      </Notice>
      <Notice tone="wait" title="This link is shown only here">
        Who opens it sees the site as usual, for half a day. Making another one ends it.
      </Notice>
      <Panel
        title="Way in"
        foot={
          <ButtonLink href={home} tone="primary">
            Go to the tenant
          </ButtonLink>
        }
      >
        <DescriptionList
          items={[{ label: 'Link', value: <a href={link}>{link}</a>, copy: link, mono: true }]}
        />
      </Panel>
    </div>
  );
}
