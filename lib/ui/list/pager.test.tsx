import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Pager, pagerWords } from './pager';

const noun = { one: 'post', other: 'posts' };

it.each([
  [8, { count: 48, exact: true }, '8 of 48 posts'],
  [1, { count: 1, exact: true }, '1 post'],
  [50, { count: 100_000, exact: false }, '50 of about 100,000 posts'],
  [50, { count: 3, exact: false }, '50 of about 50 posts'],
  [7, undefined, '7 posts'],
])('%d rows of %j are "%s"', (shown, total, words) => {
  expect(pagerWords(shown, noun, total)).toBe(words);
});

it('has a link only to pages that exist', () => {
  const markup = renderToStaticMarkup(<Pager shown={8} noun={noun} olderHref="?after=x" />);
  expect(markup).toContain('<a href="?after=x" class="button plain small">Older</a>');
  expect(markup).toContain('aria-disabled="true">Newer</span>');
});
