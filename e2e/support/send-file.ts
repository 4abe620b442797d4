import type { Page } from '@playwright/test';

/** What the site answered to an upload. */
export interface UploadAnswer {
  status: number;
  body: Record<string, unknown> & { detail?: string; id?: string; address?: string };
}

/** Sends bytes to the library as a page of the site does, with the session of its browser. */
export async function sendFile(
  page: Page,
  bytes: Buffer,
  name = 'picture.jpg',
  { field = 'file', type = 'image/jpeg', path = '/api/media' } = {},
): Promise<UploadAnswer> {
  return page.evaluate(
    async ({ text, name, field, type, path }) => {
      const form = new FormData();
      const sent = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
      form.set(field, new File([sent], name, { type }));
      const answer = await fetch(path, { method: 'POST', body: form });
      return { status: answer.status, body: await answer.json() };
    },
    { text: bytes.toString('base64'), name, field, type, path },
  );
}
