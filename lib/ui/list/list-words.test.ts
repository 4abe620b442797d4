import { describe, expect, it } from 'vitest';
import { currentItem } from '../shell/current-item';
import { fillQuestion } from './fill-words';

const noun = { one: 'post', other: 'posts' };

describe('the words of a question', () => {
  it('count what it is about', () => {
    const words = { title: 'Move {what} to the trash?', button: 'Move {n} to trash' };
    expect(fillQuestion(words, 3, noun)).toMatchObject({
      title: 'Move 3 posts to the trash?',
      button: 'Move 3 to trash',
      keep: 'Keep posts',
    });
    expect(fillQuestion(words, 1, noun).title).toBe('Move 1 post to the trash?');
  });

  it('take a name as it is, also one that looks like a gap', () => {
    const words = { title: 'Move {name} to the trash?', button: 'Move' };
    expect(fillQuestion(words, 1, noun, '{n} $& tips').title).toBe(
      'Move “{n} $& tips” to the trash?',
    );
  });
});

describe('where one is', () => {
  const item = (href: string, exact = false) =>
    ({ href, exact, label: href, icon: 'post' }) as const;
  const items = [item('/admin', true), item('/admin/posts'), item('/admin/posts/archive')];

  it.each([
    ['/admin', '/admin'],
    ['/admin/posts/12/edit', '/admin/posts'],
    ['/admin/posts/archive', '/admin/posts/archive'],
    ['/admin/postscript', null],
    ['/elsewhere', null],
  ])('%s is in %s', (path, expected) => {
    expect(currentItem(items, path)).toBe(expected);
  });
});
