import type { ReactNode } from 'react';
import { BrandTile } from '../brand-tile';
import { CoverMotif } from '../cover-motif';
import { PlaceLink } from '../place-link';
import { TenantryMark } from '../tenantry-mark';
import { RoomsPicture } from './rooms-picture';

/** Where people sign in: the form left, the tenant's drawing right; the platform has its own. */
export function AuthFrame({ site, motif, words, facts, foot, children }: AuthFrameProps) {
  return (
    <div className="auth">
      <div className="auth-form">
        <header>
          <PlaceLink className="auth-home" href={site?.home ?? '/'}>
            {site ? <BrandTile name={site.name} colors={site.colors} /> : <TenantryMark />}
            {site?.name ?? 'Tenantry'}
          </PlaceLink>
        </header>
        <main id="main" tabIndex={-1} className="auth-main">
          {children}
        </main>
        <footer className="auth-foot">{foot}</footer>
      </div>
      <aside className="auth-art" aria-label={`About ${site?.name ?? 'Tenantry'}`}>
        <div>
          {site ? <CoverMotif seed={motif ?? site.name} /> : <RoomsPicture />}
          {words ? <p className="auth-words">{words}</p> : null}
          {facts ? <p className="auth-facts">{facts}</p> : null}
        </div>
      </aside>
    </div>
  );
}

interface AuthFrameProps {
  /** Null on the platform's own host. */
  site: { name: string; home: string; colors?: { brand: string; onBrand: string } } | null;
  /** The same text gives the same drawing. */
  motif?: string;
  /** The tenant's own words. */
  words?: string;
  facts?: string;
  foot?: ReactNode;
  children: ReactNode;
}
