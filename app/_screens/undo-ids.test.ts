import { describe, expect, it } from 'vitest';
import { postsResource } from '@/lib/admin/resources/posts';
import { readUndo, undoOf } from './undo-ids';

const id = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
const many = (count: number) => Array.from({ length: count }, (_, at) => ({ id: id(at) }));

describe('what can be taken back', () => {
  it('is what went to the trash, and nothing else', () => {
    expect(undoOf('trash', many(2)).ids).toEqual([id(0), id(1)]);
    expect(undoOf('delete', many(2)).ids).toBeUndefined();
    expect(undoOf('trash', []).ids).toBeUndefined();
  });

  it('is said to be too much where it is', () => {
    expect(undoOf('trash', many(1000)).ids).toHaveLength(1000);
    expect(undoOf('trash', many(1001))).toEqual({
      ids: [],
      words: ' They are too many to undo at once.',
    });
  });
});

describe('ids of an address', () => {
  it('are read only where all of them can be ids', () => {
    expect(readUndo(postsResource, `${id(1)},${id(2)}`)).toEqual([id(1), id(2)]);
    for (const given of [undefined, '', 'x', `${id(1)},`, `${id(1)},../x`, [id(1)], `${id(1)} `]) {
      expect(readUndo(postsResource, given), String(given)).toEqual([]);
    }
  });

  it('are no more than a few', () => {
    const text = many(11)
      .map((one) => one.id)
      .join(',');
    expect(readUndo(postsResource, text)).toEqual([]);
  });
});
