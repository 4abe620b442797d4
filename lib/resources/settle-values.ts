import { InvalidInput } from './invalid-input';
import type { Field, Resource, Values } from './resource';

/**
 * Adds what follows from the given values: slugs, and what the declaration works out.
 *
 * @param before - null for a new record.
 * @throws InvalidInput for what the declaration refuses.
 */
export function settleValues(resource: Resource, given: Values, before: Values | null): Values {
  const slugged = { ...given, ...madeSlugs(resource, given, before) };
  const settled = { ...slugged, ...resource.hooks.settle?.(slugged, before) };
  const faults = resource.hooks.check?.({ ...before, ...settled }, before);
  if (faults) throw invalidFields(faults);
  return settled;
}

/** Faults by field as an error. */
export function invalidFields(faults: Record<string, string>): InvalidInput {
  const { general, ...fields } = faults;
  const lists = Object.entries(fields).map(([name, words]) => [name, [words]]);
  return new InvalidInput({
    fields: Object.fromEntries(lists),
    general: general ? [general] : [],
  });
}

function madeSlugs(resource: Resource, given: Values, before: Values | null): Values {
  const made: Values = {};
  for (const name of resource.form) {
    const field = resource.fields[name] as Field;
    if (!field.from || given[name] || (before && given[name] === undefined)) continue;
    const source = given[field.from] ?? before?.[field.from] ?? '';
    const slug = slugFrom(String(source), field.max ?? 120);
    if (!slug) throw invalidFields({ [name]: `${field.label} is missing.` });
    made[name] = slug;
  }
  return made;
}

/** Small letters, digits and hyphens of a text; accents are dropped. */
export function slugFrom(text: string, max: number): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, max)
    .replace(/^-+|-+$/g, '');
}
