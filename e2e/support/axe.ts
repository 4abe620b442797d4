import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { atRest } from './at-rest';

interface Look {
  /** Looks at this alone, where the rest is looked at elsewhere. */
  part?: string;
  /** Looks at what colours can break alone, where the rest was looked at in other colours. */
  coloursOnly?: boolean;
}

/** Fails on every serious or critical accessibility violation of the page as it is now, once it rests. */
export async function expectAccessible(page: Page, look: Look = {}): Promise<void> {
  const { part, coloursOnly = false } = look;
  // What is still fading in has the contrast of nothing.
  await atRest(page);
  // A second look at the same document finds it there.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(coloursOnly && { runOnly: ['color-contrast', 'link-in-text-block'] }),
  };
  const violations = await page.evaluate(
    async ([selector, chosen]) => {
      const found = await window.axe.run(selector ?? document, chosen);
      return found.violations.map(({ id, help, impact, nodes }) => ({
        impact,
        text: `${id}: ${help}: ${nodes.map((node) => node.target).join(' ')}`,
      }));
    },
    [part, options] as const,
  );
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    grave.map(({ text }) => text),
    `accessibility of ${page.url()}`,
  ).toEqual([]);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
