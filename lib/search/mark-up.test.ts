import { expect, it } from 'vitest';
import { markUp } from './mark-up';

it('escapes all but its own marks', () => {
  expect(markUp('a <b>\x02"found"\x03</b> & <mark>')).toBe(
    'a &lt;b&gt;<mark>&quot;found&quot;</mark>&lt;/b&gt; &amp; &lt;mark&gt;',
  );
});

it('joins signs that were set apart, and marks that touch', () => {
  expect(markUp(' \x1f\x02東\x03 \x1f \x1f\x02京\x03 \x1f \x1f都 \x1f')).toBe(
    '<mark>東京</mark>都',
  );
});
