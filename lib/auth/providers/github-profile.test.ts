import { afterEach, expect, test, vi } from 'vitest';
import { gitHubProfile } from './github-profile';

afterEach(() => vi.unstubAllGlobals());

const user = { id: 583_231, login: 'octocat', name: null, email: 'public@evil.test' };
const mine = { email: 'Octo@People.example', primary: true, verified: true };

/** GitHub at the edge of the network: two answers of its API. */
function answerWith(answers: Record<string, unknown>, status = 200) {
  const asked: [string, Headers][] = [];
  vi.stubGlobal('fetch', async (url: string, { headers }: RequestInit) => {
    asked.push([url, new Headers(headers)]);
    return Response.json(answers[new URL(url).pathname], { status });
  });
  return asked;
}

test('the number is the person; the email is the primary one that is verified', async () => {
  const other = { email: 'other@people.example', primary: false, verified: true };
  const asked = answerWith({ '/user': user, '/user/emails': [other, mine] });
  expect(await gitHubProfile('a-token')).toEqual({
    ...{ subject: '583231', email: 'octo@people.example', isVerified: true },
    ...{ name: 'octocat', hostedDomain: '' },
  });
  expect(asked.map(([url]) => url).sort()).toEqual([
    'https://api.github.com/user',
    'https://api.github.com/user/emails',
  ]);
  expect(asked[0]?.[1].get('authorization')).toBe('Bearer a-token');
});

test.each([
  ['one that is not verified', [{ ...mine, verified: false }]],
  ['one that is not the primary', [{ ...mine, primary: false }]],
  ['none', []],
])('%s is no email, and the public one never is', async (_about, emails) => {
  answerWith({ '/user': user, '/user/emails': emails });
  expect(await gitHubProfile('t')).toMatchObject({ email: '', isVerified: false });
});

test.each([
  ['an error', { message: 'Bad credentials' }, 401],
  ['something else', { '/user': { id: '1' }, '/user/emails': [] }, 200],
])('%s is no answer', async (_about, answers, status) => {
  answerWith(answers as Record<string, unknown>, status);
  await expect(gitHubProfile('t')).rejects.toThrow();
});
