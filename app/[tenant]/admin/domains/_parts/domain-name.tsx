import type { DomainView } from '@/lib/domains/domain-view';

/** A domain as people write it, and beside it as the DNS has it where that differs: they can look alike. */
export function DomainName({ name, hostname }: Pick<DomainView, 'name' | 'hostname'>) {
  if (name === hostname) return hostname;
  return (
    <>
      {name} <span className="domain-ascii">{hostname}</span>
    </>
  );
}
