const hostWithPort = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:\d{1,5})?$/;

/**
 * Splits ROOT_DOMAIN.
 *
 * @param value - comma-separated hosts with an optional port; empty or absent gives localhost.
 * @param port - the port of this process, used for the default.
 * @returns hosts in lower case, port kept, or null when one of them is malformed.
 */
export function rootDomainList(value: string | undefined, port: string): string[] | null {
  if (!value) return [`localhost:${port}`];
  const hosts = value.split(',').map((part) => part.trim().toLowerCase());
  return hosts.every((host) => hostWithPort.test(host)) ? hosts : null;
}
