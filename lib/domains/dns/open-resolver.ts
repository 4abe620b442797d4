import { Resolver } from 'node:dns/promises';
import { env } from '../../env';

/** Asks the DNS; each question may end in what {@link dnsFault} explains. */
export type DnsResolver = Pick<
  Resolver,
  'resolve4' | 'resolve6' | 'resolveCname' | 'resolveTxt' | 'cancel'
>;

const patienceMilliseconds = 2000;

/**
 * Opens a resolver for one check, so that nothing of an earlier one is remembered: each server is
 * asked once and has two seconds.
 *
 * @param servers - DNS_SERVER, comma-separated, as in `9.9.9.9,[2620:fe::fe]:53`; without it those of
 *   the machine.
 */
export function openResolver(servers = env().DNS_SERVER): DnsResolver {
  const resolver = new Resolver({ timeout: patienceMilliseconds, tries: 1 });
  if (servers) resolver.setServers(servers.split(',').map((one) => one.trim()));
  return resolver;
}
