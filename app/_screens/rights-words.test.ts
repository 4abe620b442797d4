import { describe, expect, it } from 'vitest';
import { authorsResource } from '@/lib/admin/resources/authors';
import { membersResource } from '@/lib/admin/resources/members';
import { rightsWords } from './rights-words';

const all = { write: true, delete: true, actions: [] };

describe('who may', () => {
  it('is not said to somebody who may', () => {
    expect(rightsWords(authorsResource, all, true)).toBeUndefined();
  });

  it('names the roles that may restore, in the trash', () => {
    expect(rightsWords(authorsResource, { ...all, delete: false }, true)).toBe(
      'Only owners and admins can restore or delete authors.',
    );
    expect(rightsWords(authorsResource, { ...all, delete: false })).toBeUndefined();
  });

  it('names the roles that may change', () => {
    expect(rightsWords(authorsResource, { ...all, write: false })).toBe(
      'Only owners, admins and editors can change authors.',
    );
  });

  it('is said of nobody’s role to support', () => {
    const words = 'On somebody’s behalf you may look at authors, and not change them.';
    const looking = { write: false, delete: false, actions: [], isSupport: true };
    expect(rightsWords(authorsResource, looking)).toBe(words);
    expect(rightsWords(authorsResource, looking, true)).toBe(words);
    expect(rightsWords(authorsResource, { ...all, isSupport: true })).toBeUndefined();
  });

  it('is not said of what nobody changes here', () => {
    expect(rightsWords(membersResource, { ...all, write: false })).toBeUndefined();
  });
});
