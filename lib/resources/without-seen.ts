import type { Values } from './resource';

/**
 * Leaves out the times that a form sends back as the record has them (`_seen.<name>`): its inputs know
 * no seconds, and would take them away.
 *
 * @param values - as `readForm` reads them.
 */
export function withoutSeen(values: Values, form: FormData): Values {
  const changed = Object.entries(values).filter(([name]) => {
    const seen = form.get(`_seen.${name}`);
    return seen === null || seen !== form.get(name);
  });
  return Object.fromEntries(changed);
}
