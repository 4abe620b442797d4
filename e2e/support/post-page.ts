import type { Page } from '@playwright/test';

/** What one writes in and presses on the page of a post, with scripts and without. */
export function postPage(page: Page) {
  return {
    title: page.getByRole('textbox', { name: 'Title', exact: true }),
    text: page.getByRole('textbox', { name: 'Text', exact: true }),
    slug: page.getByRole('textbox', { name: /^Address/ }),
    summary: page.getByRole('textbox', { name: /^Summary/ }),
    tags: page.getByRole('combobox', { name: 'Tags' }),
    publish: page.getByRole('button', { name: 'Publish', exact: true }),
    publishChanges: page.getByRole('button', { name: 'Publish changes', exact: true }),
  };
}
