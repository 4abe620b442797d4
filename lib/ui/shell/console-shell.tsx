import type { ReactNode } from 'react';
import { Toaster } from '../dialog/toaster';
import { TenantryMark } from '../tenantry-mark';
import { ThemeToggle } from '../theme-toggle';
import { CommandPalette } from './command-palette';
import { NavDrawer } from './nav-drawer';
import { NavList } from './nav-list';
import { PersonMenu } from './person-menu';
import { ShellMain } from './shell-main';
import type { NavItem, PaletteProps, PersonFacts, PersonLink, SignOut } from './shell-types';

/** The frame of the platform's console, in no way to be taken for a tenant's admin. */
export function ConsoleShell(props: ConsoleShellProps) {
  const { home, nav, current, palette, children } = props;
  const account = { person: props.person, links: props.personLinks, signOut: props.signOut };
  const sections = <NavList groups={[{ items: nav }]} current={current} />;
  return (
    <div className="console">
      <header className="console-bar">
        <div className="console-bar-in">
          <NavDrawer label="Navigation of the platform console">
            <nav aria-label="Platform console">{sections}</nav>
          </NavDrawer>
          <a className="console-id" href={home}>
            <TenantryMark />
            <span className="wide-only">Tenantry</span>
            <span className="console-sign">Platform console</span>
          </a>
          <nav className="console-nav" aria-label="Platform console">
            {sections}
          </nav>
          <div className="bar-side">
            {palette ? <CommandPalette {...palette} /> : null}
            <ThemeToggle className="script-only" />
            <span className="console-email wide-only">{props.person.email}</span>
            <PersonMenu {...account} id="sign-out" small />
          </div>
        </div>
      </header>
      <ShellMain className="console-main">{children}</ShellMain>
      <Toaster />
    </div>
  );
}

interface ConsoleShellProps {
  home: string;
  nav: NavItem[];
  current?: string;
  person: PersonFacts;
  personLinks?: PersonLink[];
  signOut: SignOut;
  palette?: PaletteProps;
  children: ReactNode;
}
