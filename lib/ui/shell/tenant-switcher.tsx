'use client';

import { ChevronsUpDown } from 'lucide-react';
import { BrandTile } from '../brand-tile';
import { Menu } from './menu';
import type { TenantLink } from './shell-types';

/** Whose admin this is, and the way to the person's other tenants (D18). */
export function TenantSwitcher({ name, host, tenants }: SwitcherProps) {
  const face = (
    <>
      <BrandTile name={name} />
      <span className="switcher-words">
        <b className="one-line">{name}</b>
        <span className="one-line switcher-host">{host}</span>
      </span>
      {tenants.length > 1 ? <ChevronsUpDown size={16} strokeWidth={1.75} aria-hidden /> : null}
    </>
  );
  // One tenant is nothing to switch.
  if (tenants.length < 2) return <span className="switcher">{face}</span>;
  return (
    <Menu
      label="Your tenants"
      align="start"
      triggerClass="switcher"
      trigger={
        <>
          {face}
          <span className="sr-only">, switch tenant</span>
        </>
      }
      items={tenants.map((tenant) => ({
        label: tenant.name,
        note: `${tenant.role} at ${tenant.host}`,
        href: tenant.href,
        isCurrent: tenant.current,
        picture: <BrandTile name={tenant.name} colors={tenant.colors} />,
      }))}
    />
  );
}

interface SwitcherProps {
  name: string;
  host: string;
  tenants: TenantLink[];
}
