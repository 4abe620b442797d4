import { defaultSchema, type Options } from 'rehype-sanitize';

/**
 * What may leave the Markdown pipeline. Raw HTML never gets this far; this is the second lock, and
 * the one that decides about addresses: no javascript:, data:, vbscript: or file:.
 */
export const sanitizeSchema: Options = {
  ...defaultSchema,
  // Ids come from footnotes only, which carry their own prefix; a second one would break the links.
  clobberPrefix: '',
  protocols: {
    ...defaultSchema.protocols,
    href: ['http', 'https', 'mailto', 'tel'],
    src: ['http', 'https'],
    cite: ['http', 'https'],
  },
};
