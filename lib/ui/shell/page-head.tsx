import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { SoftLink } from './soft-link';

/** Title of a page, with what can be done on it. */
export function PageHead({ title, lead, badges, crumbs = [], actions }: PageHeadProps) {
  return (
    <div className="page-head">
      {crumbs.length > 0 ? <Crumbs crumbs={crumbs} /> : null}
      <div className="page-title">
        <div>
          <h1>{title}</h1>
          {badges}
        </div>
        {lead ? <p>{lead}</p> : null}
      </div>
      {actions ? <div className="page-acts">{actions}</div> : null}
    </div>
  );
}

interface PageHeadProps {
  title: string;
  lead?: ReactNode;
  badges?: ReactNode;
  crumbs?: Crumb[];
  actions?: ReactNode;
}

interface Crumb {
  label: string;
  href: string;
}

function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="crumbs">
      <ol>
        {crumbs.map(({ label, href }) => (
          <li key={href}>
            <SoftLink href={href}>{label}</SoftLink>
            <ChevronRight size={14} strokeWidth={1.75} aria-hidden />
          </li>
        ))}
      </ol>
    </nav>
  );
}
