import type { PictureFacts } from '@/lib/admin/media/read-picture';
import { amountOf } from '@/lib/limit-reached';
import { mediaAddress } from '@/lib/media/media-address';
import { DescriptionList } from '@/lib/ui/list/description-list';
import { Panel } from '@/lib/ui/list/panel';
import { PictureFocus } from './picture-focus';
import { UsedIn } from './used-in';

interface PicturePanelProps extends PictureFacts {
  /** What the site's canonical addresses begin with. */
  homeUrl: string;
  /** The form below holds the focus. */
  isEditable: boolean;
}

/** A picture above its form: what it looks like, its address, and where it is used. */
export function PicturePanel({ picture, uses, hasMore, homeUrl, isEditable }: PicturePanelProps) {
  const { fileName, alt, width, height, bytes, contentType, focalX, focalY } = picture;
  const address = mediaAddress(picture);
  return (
    <div className="picture-page">
      <Panel>
        <PictureFocus
          address={mediaAddress(picture, 960)}
          focus={{ x: focalX, y: focalY }}
          inputs={isEditable ? { x: 'field-focalX', y: 'field-focalY' } : undefined}
          {...{ alt, width, height }}
        />
        {isEditable ? (
          <p className="field-help script-only">
            Press where the eye belongs: that point stays in sight where the picture is cropped.
          </p>
        ) : null}
      </Panel>
      <div className="picture-facts">
        <Panel title="File">
          <DescriptionList
            items={[
              { label: 'Name', value: fileName },
              { label: 'Address', value: address, copy: homeUrl + address, mono: true },
              { label: 'Size', value: `${width} × ${height}, ${amountOf('storage', bytes)}` },
              { label: 'Type', value: contentType },
            ]}
          />
        </Panel>
        <Panel title="Used in">
          <UsedIn uses={uses} hasMore={hasMore} />
        </Panel>
      </div>
    </div>
  );
}
