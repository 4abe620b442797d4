import type { HttpClient } from './http-client';
import type { RawResponse } from './parse-response';

const boundary = '----form';

/**
 * Sends the first form of a page with its hidden fields, as a browser without scripts does.
 *
 * @param headers - by default those of a page of the same host.
 * @param filled - what a person typed into its other fields.
 */
export function submitForm(
  client: HttpClient,
  path: string,
  html: string,
  headers: [string, string][] = [['Origin', client.origin]],
  filled: Record<string, string> = {},
): Promise<RawResponse> {
  const form = /<form[^>]*>([\s\S]*?)<\/form>/.exec(html)?.[1];
  if (form === undefined) throw new Error('the page has no form');
  const fields = [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([tag]) => ({
    name: attribute(tag, 'name'),
    value: attribute(tag, 'value'),
  }));
  const typed = Object.entries(filled).map(([name, value]) => ({ name, value }));
  const parts = [...fields, ...typed].map(
    ({ name, value }) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return client.post(path, `${parts.join('')}--${boundary}--\r\n`, [
    ['Content-Type', `multipart/form-data; boundary=${boundary}`],
    ...headers,
  ]);
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
}
