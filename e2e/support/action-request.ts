import type { HttpClient } from './http-client';
import type { RawResponse } from './parse-response';

const boundary = '----action';

/**
 * Reads the id of a page's Server Action from its form: without JavaScript the form carries it.
 *
 * @param nth - which of the page's forms.
 */
export function actionIdOf(html: string, nth = 0): string {
  const ids = [...html.matchAll(/name="\$ACTION_ID_([0-9a-f]+)"/g)].map(([, id]) => id);
  const id = ids[nth];
  if (!id) throw new Error(`the page has ${ids.length} forms with an action`);
  return id;
}

/** Calls a Server Action as Next's own script does: by its id, with a form as its argument. */
export function callAction(
  client: HttpClient,
  call: { path: string; id: string; fields?: Record<string, string>; headers: [string, string][] },
): Promise<RawResponse> {
  const fields = Object.entries(call.fields ?? {});
  const parts = [...fields.map(([name, value]) => [`_1_${name}`, value]), ['0', '["$K1"]']];
  const body = parts
    .map(([name, value]) => {
      const head = `Content-Disposition: form-data; name="${name}"`;
      return `--${boundary}\r\n${head}\r\n\r\n${value}\r\n`;
    })
    .join('');
  return client.post(call.path, `${body}--${boundary}--\r\n`, [
    ['Accept', 'text/x-component'],
    ['Next-Action', call.id],
    ['Content-Type', `multipart/form-data; boundary=${boundary}`],
    ...call.headers,
  ]);
}
