import { firstLetter } from './first-letter';

/** A tenant's mark: its first letter on its brand colour. Colours come from the theme variables. */
export function BrandTile({ name, colors }: BrandTileProps) {
  return (
    <span
      aria-hidden="true"
      className="tile grid size-7 flex-none place-items-center rounded-[7px] bg-brand font-bold text-on-brand text-sm"
      style={colors && { background: colors.brand, color: colors.onBrand }}
    >
      {firstLetter(name)}
    </span>
  );
}

interface BrandTileProps {
  name: string;
  /** For pages that show tiles of several tenants. */
  colors?: { brand: string; onBrand: string };
}
