import type { Field } from '@/lib/resources/resource';

/** The field of a form that a slug is proposed from. */
export function slugSource(fields: Field[]): { field: string; from: string } | null {
  const slug = fields.find(({ kind, from }) => kind === 'slug' && from !== null);
  return slug?.from ? { field: slug.name, from: slug.from } : null;
}
