import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { projectRoot } from '../../lib/testing/project-root';
import { expectAccessible } from './axe';

const narrowest = 320;
const pictures = join(projectRoot, 'test-results', 'states');

/** Fails where the page is wider than its window, also in the narrowest one. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const own = page.viewportSize();
  expect(await sidewaysScroll(page), `${page.url()} at ${own?.width}`).toBe(0);
  if (!own) return;
  await page.setViewportSize({ ...own, width: narrowest });
  expect(await sidewaysScroll(page), `${page.url()} at ${narrowest}`).toBe(0);
  await page.setViewportSize(own);
}

/** axe on the page as it is, first light, then dark, without loading it anew. */
export async function expectAccessibleInBoth(
  page: Page,
  { part, also }: { part?: string; also?: (scheme: string) => Promise<unknown> } = {},
): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, { part, coloursOnly: colorScheme === 'dark' });
    await also?.(colorScheme);
  }
  await page.emulateMedia({ colorScheme: null });
}

/**
 * A state as a person may meet it: accessible in light and dark, in one piece down to the narrowest
 * window, and kept as pictures in test-results/states for people to look at.
 */
export async function lookAt(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const width = page.viewportSize()?.width ?? 0;
  // The frame around is looked at with every page of the admin.
  await expectAccessibleInBoth(page, {
    part: '#main',
    also: (scheme) => page.screenshot({ path: join(pictures, `${name}-${width}-${scheme}.png`) }),
  });
  await expectNoSidewaysScroll(page);
}

async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
