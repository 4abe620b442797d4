import type { RedisLink } from '../../state/redis/redis-link';
import type { RedisScript } from '../../state/redis/redis-scripts';
import { type PresenceScript, presenceScripts } from './presence-scripts';

/**
 * Asks Redis over the link that state has, with its patience and its word of an outage. The link runs
 * any command of the connection by its name; of scripts it declares its own alone, so these are sent
 * along, and Redis compiles each text once.
 *
 * @throws StateAway while Redis does not answer.
 */
export function runScript(
  link: RedisLink,
  script: PresenceScript,
  prefix: string,
  args: (string | number)[],
): Promise<unknown> {
  const { [script]: text } = presenceScripts;
  return link.run('eval' as RedisScript, text, [1, prefix, ...args]);
}
