import { firstLetter } from '@/lib/ui/first-letter';

interface SharePictureProps {
  post: { title: string; author: { name: string }; tags: { name: string }[] };
  tenant: { name: string; host: string; brand: string; onBrand: string };
  ground: string;
  topicColor: string;
  /** The drawing as a data address. */
  cover: string;
}

// The drawing is wider than its field; what matters stands in its middle.
const MIDDLE = { position: 'absolute', top: 0, left: (600 - 1008) / 2 } as const;
const INK = { strong: '#161b22', middle: '#4a5059' };

/** Words on the left, the article's drawing on the right. Only styles the picture maker knows. */
export function SharePicture({ post, tenant, ground, topicColor, cover }: SharePictureProps) {
  const title = shorten(post.title, 110);
  return (
    <div style={{ display: 'flex', width: '100%', height: '100%', background: '#ffffff' }}>
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'space-between',
          width: 600,
          padding: '56px 40px 52px 60px',
        }}
      >
        <TenantLine tenant={tenant} />
        <div style={{ display: 'flex', flexDirection: 'column' }}>
          <div style={{ color: topicColor, fontSize: 26, marginBottom: 16 }}>
            {shorten(post.tags[0]?.name ?? '', 40)}
          </div>
          <div style={{ color: INK.strong, fontSize: titleSize(title), lineHeight: 1.12 }}>
            {title}
          </div>
        </div>
        <div style={{ color: INK.middle, fontSize: 26 }}>{shorten(post.author.name, 48)}</div>
      </div>
      <div
        style={{
          display: 'flex',
          position: 'relative',
          width: 600,
          overflow: 'hidden',
          background: ground,
        }}
      >
        {/* biome-ignore lint/performance/noImgElement: drawn by the picture maker, never by a browser */}
        <img src={cover} alt="" width={1008} height={630} style={MIDDLE} />
      </div>
    </div>
  );
}

function TenantLine({ tenant }: { tenant: SharePictureProps['tenant'] }) {
  return (
    <div style={{ display: 'flex', alignItems: 'center' }}>
      <div
        style={{
          display: 'flex',
          alignItems: 'center',
          justifyContent: 'center',
          width: 56,
          height: 56,
          borderRadius: 14,
          background: tenant.brand,
          color: tenant.onBrand,
          fontSize: 28,
        }}
      >
        {firstLetter(tenant.name)}
      </div>
      <div style={{ display: 'flex', flexDirection: 'column', marginLeft: 18 }}>
        <div style={{ color: INK.strong, fontSize: 28 }}>{shorten(tenant.name, 36)}</div>
        <div style={{ color: INK.middle, fontSize: 20 }}>{shorten(tenant.host, 48)}</div>
      </div>
    </div>
  );
}

function titleSize(title: string): number {
  if (title.length < 40) return 60;
  return title.length < 75 ? 50 : 40;
}

function shorten(text: string, most: number): string {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}
