import { InvalidInput } from '../../errors';
import { slugFault } from '../slug-fault';
import { nameFault } from './new-tenant';

/** What somebody says of the site they want. */
export interface NewSite {
  slug: string;
  name: string;
}

/**
 * Trims and checks it.
 *
 * @throws InvalidInput by field.
 */
export function checkSite(input: NewSite): NewSite {
  const site = { slug: input.slug.trim().toLowerCase(), name: input.name.trim() };
  const faults = {
    name: site.name === '' ? 'Give the site a name.' : nameFault(site.name),
    slug: slugFault(site.slug),
  };
  const found = Object.entries(faults).flatMap(([field, fault]) =>
    fault === null ? [] : [[field, [fault]]],
  );
  if (found.length > 0) throw new InvalidInput(Object.fromEntries(found));
  return site;
}
