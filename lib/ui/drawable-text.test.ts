import { expect, test } from 'vitest';
import { drawable } from './drawable-text';

test.each([
  ['“Search” & rescue: it’s <50 kg – €5', '“Search” & rescue: it’s <50 kg – €5'],
  ['Ångström, Łódź, Dvořák', 'Ångström, Łódź, Dvořák'],
  ['Launch 🚀 day 日本 now', 'Launch day now'],
  ['日本', ''],
])('%s is drawn as %s', (text, expected) => {
  expect(drawable(text)).toBe(expected);
});
