import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { PostView } from '@/lib/blog/post-summary';
import { StructuredData, structuredData } from './structured-data';

const tenant = { name: 'ACME', homeUrl: 'https://acme.test' };
const post = {
  ...{ slug: 'stones', title: 'Stones </script><script>alert(1)</script>', description: 'Heavy' },
  ...{ publishedAt: '2026-11-18T08:00:00.000Z', updatedAt: '2026-11-19T08:00:00.000Z' },
  author: { name: 'Ada', slug: 'ada' },
  tags: [{ slug: 'rock', name: 'Rock' }],
  seo: { title: '', description: 'For engines', canonicalUrl: '' },
} as unknown as PostView;

test('says what the article is, at the tenant’s own addresses', () => {
  expect(JSON.parse(structuredData({ tenant, post }))).toMatchObject({
    '@type': 'BlogPosting',
    headline: post.title,
    description: 'For engines',
    mainEntityOfPage: 'https://acme.test/blog/stones',
    author: { name: 'Ada', url: 'https://acme.test/authors/ada' },
    keywords: 'Rock',
  });
});

test('a title cannot end the element', () => {
  const html = renderToStaticMarkup(<StructuredData tenant={tenant} post={post} />);
  expect(html.match(/<\/?script/g)).toHaveLength(2);
  expect(html).not.toContain('<script>');
});
