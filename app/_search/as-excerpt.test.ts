import { expect, it } from 'vitest';
import { asExcerpt } from './as-excerpt';

it('puts dots where a text was cut', () => {
  expect(asExcerpt('label said <mark>fifty</mark>')).toBe('…label said <mark>fifty</mark>…');
  expect(asExcerpt('<mark>anvil</mark> on each, and')).toBe('…<mark>anvil</mark> on each, and…');
  expect(asExcerpt(', which is why')).toBe('…, which is why…');
});

it('puts none where a sentence begins and ends', () => {
  for (const whole of [
    'Eight years of work. Against it.',
    'Is it an <mark>anvil?</mark>',
    '“It fell.”',
    '&quot;It fell.&quot;',
    '東京都の磁石。',
    '4,180 magnets!',
    '',
  ]) {
    expect(asExcerpt(whole)).toBe(whole);
  }
});
