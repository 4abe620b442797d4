import type { PlainField } from '@/app/_screens/field-specs';

const forSearchEngines = ['seoTitle', 'seoDescription', 'canonicalUrl'];
const inText = ['title', 'body', 'status'];
const order = ['publishedAt', 'unpublishAt', 'coverId', 'slug', 'description', 'tags', 'authorId'];

const words: Record<string, { label?: string; help?: string }> = {
  publishedAt: { label: 'Goes out', help: 'Now, when you publish it, unless you set a time.' },
  unpublishAt: { help: 'It becomes a draft again then.' },
  slug: { label: 'Address' },
  description: { label: 'Summary', help: 'One or two sentences for lists and search engines.' },
};

/**
 * The fields of a post as the editor groups them. Title and text have places of their own, and its
 * state is what the buttons set.
 */
export function editorFields(fields: PlainField[]): { aside: PlainField[]; seo: PlainField[] } {
  const named = fields.map((field) => ({ ...field, ...words[field.name] }) as PlainField);
  const place = ({ name }: PlainField) => {
    const at = order.indexOf(name);
    return at < 0 ? order.length : at;
  };
  const isSeo = ({ name }: PlainField) => forSearchEngines.includes(name);
  return {
    seo: named.filter(isSeo),
    aside: named
      .filter((field) => !isSeo(field) && !inText.includes(field.name))
      .map((field) =>
        field.name === 'slug' ? ({ ...field, prefix: '/blog/' } as PlainField) : field,
      )
      .toSorted((one, other) => place(one) - place(other)),
  };
}
