import type { ReactNode } from 'react';
import { Toaster } from '../dialog/toaster';
import { Icon } from '../icon';
import { PlaceLink } from '../place-link';
import { ThemeToggle } from '../theme-toggle';
import { CommandPalette } from './command-palette';
import { NavDrawer } from './nav-drawer';
import { NavList } from './nav-list';
import { PersonLines } from './person-lines';
import { PersonMenu } from './person-menu';
import { ShellMain } from './shell-main';
import type {
  NavGroup,
  PaletteProps,
  PersonFacts,
  PersonLink,
  SignOut,
  TenantLink,
} from './shell-types';
import { TenantSwitcher } from './tenant-switcher';

/** The frame of a tenant's admin: bar on top, sections at the side, the person at their foot. */
export function AdminShell(props: AdminShellProps) {
  const { tenant, tenants, nav, current, palette, banner, children } = props;
  const account = { person: props.person, links: props.personLinks, signOut: props.signOut };
  const sections = <NavList groups={nav} current={current} />;
  return (
    <div className="admin">
      <header className="admin-bar">
        <NavDrawer label={`Navigation of ${tenant.name}`}>
          <nav aria-label="Admin">{sections}</nav>
          <div className="drawer-foot">
            <ThemeToggle label />
            <PlaceLink className="button plain" href={tenant.siteHref}>
              <Icon name="open" />
              View site
            </PlaceLink>
            <PersonLines {...account} />
          </div>
        </NavDrawer>
        <TenantSwitcher name={tenant.name} host={tenant.host} tenants={tenants} />
        <CommandPalette {...palette} />
        <div className="bar-side">
          {props.live}
          <ThemeToggle className="script-only wide-only" />
          <PlaceLink className="button plain small wide-only" href={tenant.siteHref}>
            <Icon name="open" />
            View site
          </PlaceLink>
        </div>
      </header>
      <nav className="admin-side" aria-label="Admin">
        {sections}
        <PersonMenu {...account} id="sign-out" />
      </nav>
      <ShellMain className="admin-main">
        {banner}
        {children}
      </ShellMain>
      <Toaster />
    </div>
  );
}

interface AdminShellProps {
  tenant: { name: string; host: string; siteHref: string };
  tenants: TenantLink[];
  nav: NavGroup[];
  /** Path of the page, where no provider above knows it. */
  current?: string;
  person: PersonFacts;
  personLinks?: PersonLink[];
  signOut: SignOut;
  palette: PaletteProps;
  /** What changes by itself, in the bar: who is here, what is new. */
  live?: ReactNode;
  /** Above every page, as a notice to all. */
  banner?: ReactNode;
  children: ReactNode;
}
