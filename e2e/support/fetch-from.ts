import type { Page } from '@playwright/test';

/** What a page of its own host is answered: the test's own process knows no *.localhost. */
export function fetchFrom(page: Page, path: string): Promise<{ status: number; cache: string }> {
  return page.evaluate(async (address) => {
    const answer = await fetch(address, { cache: 'no-store' });
    return { status: answer.status, cache: answer.headers.get('cache-control') ?? '' };
  }, path);
}
