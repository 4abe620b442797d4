import { describe, expect, it } from 'vitest';
import { countChanges } from './form-values';

describe('changes of a form', () => {
  it('are counted per field', () => {
    const now = { title: ['New'], tags: ['a', 'b'], state: ['draft'] };
    expect(countChanges(now, { title: 'Old', tags: ['a'], state: 'draft' })).toBe(2);
  });

  it('are none for what only one side has, when it is empty', () => {
    expect(countChanges({ summary: [''] }, {})).toBe(0);
    expect(countChanges({}, { tags: [], summary: '' })).toBe(0);
    expect(countChanges({ pin: [] }, { pin: 'on' })).toBe(1);
  });

  it('are none when only the kind of line break differs', () => {
    expect(countChanges({ body: ['a\nb'] }, { body: 'a\r\nb' })).toBe(0);
  });
});
