import type { Root } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import type { ReactNode } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import rehypeHighlight from 'rehype-highlight';
import rehypeSanitize from 'rehype-sanitize';
import rehypeSlug from 'rehype-slug';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { ShownPicture } from '../media/media-address';
import { elementComponents } from './element-components';
import { isHostileMarkdown } from './is-hostile-markdown';
import { limitHighlighting } from './limit-highlighting';
import { limitNesting } from './limit-nesting';
import { type Heading, listHeadings, lowerTitles } from './post-headings';
import { sanitizeSchema } from './sanitize-schema';

const pipeline = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(limitNesting)
  .use(remarkRehype)
  .use(lowerTitles)
  .use(rehypeSanitize, sanitizeSchema)
  // The prefix keeps a heading called "Body" or "Name" from shadowing a property of document.
  .use(rehypeSlug, { prefix: 'section-' })
  // After the sanitiser, which lets none of its classes through. It adds nothing but spans.
  .use(limitHighlighting)
  .use(rehypeHighlight);

/**
 * A post's Markdown (CommonMark and GFM) as React nodes. Raw HTML is dropped, addresses are limited
 * to http, https, mailto and tel. Code that names its language is coloured. What would be too costly to parse is shown as the plain text it is.
 * @param source Markdown as stored, of any length and content; never throws for its content
 * @param basePath what paths of the site begin with; empty unless the path names the tenant
 * @param pictures the site's own that stand in the text: they get their size, and smaller forms
 * @returns the nodes, and the h2 headings with ids that exist in them
 */
export function renderMarkdown(
  source: string,
  { basePath = '', pictures = [] }: { basePath?: string; pictures?: ShownPicture[] } = {},
): { content: ReactNode; headings: Heading[] } {
  if (isHostileMarkdown(source)) return { content: plainText(source), headings: [] };
  const tree: Root = pipeline.runSync(pipeline.parse(source));
  const content = toJsxRuntime(tree, {
    Fragment,
    jsx,
    jsxs,
    components: elementComponents(basePath, pictures),
  });
  return { content, headings: listHeadings(tree) };
}

function plainText(source: string): ReactNode {
  return <p className="plain-text">{source}</p>;
}
