import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { findTags } from '../../testing/find-tags';
import { ResourceTable, type ResourceTableProps } from './resource-table';

const table: ResourceTableProps = {
  caption: 'Posts, newest change first',
  noun: { one: 'post', other: 'posts' },
  title: { label: 'Title', sort: { href: '/posts?sort=title' } },
  columns: [
    { key: 'state', label: 'State', kind: 'badge' },
    {
      key: 'changed',
      label: 'Changed',
      kind: 'date',
      sort: { href: '/posts?sort=changed', direction: 'descending' },
    },
    { key: 'readers', label: 'Readers', kind: 'number' },
  ],
  rows: [
    {
      id: 'p1',
      title: 'Hello <world>',
      href: '/posts/p1',
      cells: {
        state: { text: 'Draft', tone: 'plain' },
        changed: { text: 'Yesterday', iso: '2026-11-20' },
        readers: null,
      },
      acts: [
        { label: 'Edit', href: '/posts/p1' },
        { label: 'Move to trash', submit: 'trash', tone: 'bad' },
      ],
    },
  ],
  id: 'posts',
  action: '/posts/act',
  hidden: { filter: ['a', 'b'] },
  bulk: [{ value: 'publish', label: 'Publish' }],
  total: { count: 100_000, exact: false },
};

const html = (props: Partial<ResourceTableProps> = {}) =>
  renderToStaticMarkup(<ResourceTable {...table} {...props} />);

describe('a list without scripts', () => {
  it('sorts by links and says by what it is sorted now, once', () => {
    expect(html()).toContain('<a href="/posts?sort=title" class="sort">Title</a>');
    expect(html()).toMatch(/<th[^>]*aria-sort="descending"[^>]*><a href="\/posts\?sort=changed"/);
    expect(html().match(/aria-sort/g)).toHaveLength(1);
  });

  it('is a form that posts the selected ids, the act and what else the page gave', () => {
    const markup = html();
    expect(markup).toContain('<form id="posts" action="/posts/act" method="post">');
    expect(findTags(markup, 'input')).toContainEqual(
      expect.objectContaining({ type: 'checkbox', name: 'id', value: 'p1' }),
    );
    expect(findTags(markup, 'button')).toContainEqual(
      expect.objectContaining({ type: 'submit', form: 'posts', name: 'act', value: 'publish' }),
    );
    expect(markup).toContain('<input type="hidden" name="filter" value="a"/>');
    expect(markup).toContain('<input type="hidden" name="filter" value="b"/>');
  });

  it('offers every match as a tick, and an estimate as one', () => {
    expect(html()).toMatch(/<noscript>.*name="all".*All about 100,000 posts/);
  });

  it('has the acts of a row in a disclosure that posts for that row alone', () => {
    const plain = html().match(/<noscript><details.*?<\/noscript>/)?.[0] ?? '';
    expect(plain).toContain('aria-label="Actions for Hello &lt;world&gt;"');
    expect(findTags(plain, 'button')).toEqual([
      expect.objectContaining({ type: 'submit', form: 'posts', name: 'rowAct', value: 'trash:p1' }),
    ]);
    expect(plain).toContain('href="/posts/p1"');
  });

  it('does nothing on Enter in a tick: the first button of the form sends nothing', () => {
    const inForm = html().split('<form')[1] ?? '';
    expect(findTags(inForm, 'button')[0]).toMatchObject({ type: 'submit', formMethod: 'dialog' });
  });

  it('reads a missing value as none', () => {
    expect(html()).toContain('<span class="sr-only">none</span>');
  });

  it('selects nothing where nothing can be done to several, nor rows that are fixed', () => {
    expect(html({ bulk: [] })).not.toContain('type="checkbox"');
    const fixed = table.rows.map((row) => ({ ...row, fixed: true }));
    expect(html({ rows: fixed })).not.toContain('name="id"');
  });

  it('shows what the page gave instead of a table without rows', () => {
    const markup = html({ rows: [], empty: <p>No posts yet</p> });
    expect(markup).toContain('No posts yet');
    expect(markup).not.toContain('<table');
    expect(markup).not.toContain('name="act"');
  });
});
