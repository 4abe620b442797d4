import { mediaAddress } from '@/lib/media/media-address';
import type { SitePicture } from '@/lib/tenancy/site-picture';
import { BrandTile } from '@/lib/ui/brand-tile';
import { OwnImage } from '@/lib/ui/own-image';

const height = 32;

/** The site's own logo, or its tile and its name. */
export function SiteLogo({ name, logo }: { name: string; logo: SitePicture | null }) {
  if (!logo) {
    return (
      <>
        <BrandTile name={name} />
        <span className="truncate">{name}</span>
      </>
    );
  }
  return (
    <OwnImage
      src={mediaAddress(logo, logo.width > 480 ? 480 : undefined)}
      alt={name}
      height={height}
      width={Math.round((height * logo.width) / logo.height)}
      className="h-8 w-auto max-w-48 object-contain"
    />
  );
}
