import type { HttpClient } from './http-client';

/**
 * Tries a wrong password for one unknown person after the other, by default once more than an
 * address may.
 *
 * @param headersOf - what the nth attempt says besides.
 * @returns the statuses of the answers.
 */
export async function failedAttempts(
  client: HttpClient,
  headersOf: (n: number) => [string, string][],
  count = 101,
) {
  const { csrfToken } = JSON.parse((await client.get('/api/auth/csrf')).body);
  const attempt = async (n: number) => {
    const form = { email: `nobody-${n}@example.com`, password: 'wrong', csrfToken, json: 'true' };
    const sent: [string, string][] = [['Origin', client.origin], ...headersOf(n)];
    return (await client.post('/api/auth/callback/credentials', form, sent)).status;
  };
  const statuses: number[] = [];
  for (let n = 0; n < count; n += 10) {
    const batch = Array.from({ length: Math.min(10, count - n) }, (_, at) => attempt(n + at));
    statuses.push(...(await Promise.all(batch)));
  }
  return statuses;
}
