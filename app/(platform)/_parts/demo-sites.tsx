import { ArrowUpRight } from 'lucide-react';
import { pickTileInk, readBrandColor } from '@/lib/theme/accent';
import { BrandTile } from '@/lib/ui/brand-tile';

interface DemoSite {
  slug: string;
  name: string;
  description: string;
  brandColor: string;
  origin: string;
  domains: string[];
}

/** The demo's sites, each a link to its own host. Nothing at all where there is no demo. */
export function DemoSites({ tenants }: { tenants: DemoSite[] }) {
  if (tenants.length === 0) return null;
  return (
    <section className="mt-12 mid:mt-16">
      <div className="border-ink border-t pt-3">
        <h2 className="text-md">Sites to look at</h2>
      </div>
      <ul className="mt-6 grid gap-5 mid:grid-cols-2">
        {tenants.map((tenant) => (
          <li key={tenant.slug}>
            <SiteTile tenant={tenant} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SiteTile({ tenant }: { tenant: DemoSite }) {
  const brand = readBrandColor(tenant.brandColor);
  return (
    <a
      href={tenant.origin}
      className="group grid h-full content-start overflow-hidden rounded-panel border border-line bg-surface transition-colors duration-[120ms] hover:border-line-control"
    >
      <span aria-hidden="true" className="block h-1.5" style={{ background: brand }} />
      <span className="grid gap-3 p-5">
        <span className="flex items-center gap-2.5 font-semibold text-md">
          <BrandTile name={tenant.name} colors={{ brand, onBrand: pickTileInk(brand) }} />
          <span className="min-w-0 flex-1 truncate">{tenant.name}</span>
          <ArrowUpRight
            className="size-4 text-ink-3 group-hover:text-ink"
            strokeWidth={1.75}
            aria-hidden
          />
        </span>
        <span className="text-ink-2 leading-normal">{tenant.description}</span>
        <span className="font-mono text-ink-3 text-xs leading-relaxed [overflow-wrap:anywhere]">
          {hostsOf(tenant).map((host) => (
            <span key={host} className="block">
              {host}
            </span>
          ))}
        </span>
      </span>
    </a>
  );
}

/** Where the site answers, own host first; all share the port of this installation. */
function hostsOf({ origin, domains }: DemoSite): string[] {
  const { host, port } = new URL(origin);
  return [host, ...domains.map((domain) => (port ? `${domain}:${port}` : domain))];
}
