import { expect, test } from 'vitest';
import { readCommentText } from './read-comment-text';

test('a comment is plain text in paragraphs', () => {
  expect(readCommentText('  One\r\ntwo  \r\n\r\n\r\n\r\nThree\t ')).toBe('One\ntwo\n\nThree');
  expect(readCommentText('<b>Bold</b> *x*')).toBe('<b>Bold</b> *x*');
});

test('what cannot be seen or turns the text around it is taken out', () => {
  expect(readCommentText('a\0b\u0007c\u202ed\u2066e\u0085f\ufeffg')).toBe('abcdefg');
  expect(readCommentText('שלום 👩‍👧')).toBe('שלום 👩‍👧');
});

test('nothing, too much and half a sign are refused with what to do', () => {
  for (const nothing of ['', ' \n\t', '\u202e\0']) {
    expect(() => readCommentText(nothing)).toThrow('Write something first.');
  }
  expect(readCommentText('👍'.repeat(5000))).toHaveLength(10_000);
  expect(() => readCommentText('x'.repeat(5001))).toThrow(
    'at most 5,000 characters; this has 5,001',
  );
  expect(() => readCommentText('x'.repeat(200_000))).toThrow('this has 200,000');
  expect(readCommentText(`a${' '.repeat(4_000)}b`)).toHaveLength(4_002);
  expect(() => readCommentText('a\ud83d')).toThrow('cannot be stored');
});
