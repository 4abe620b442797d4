import { expect, test } from 'vitest';
import { readTree } from '../testing/architecture/read-tree';

/**
 * Whatever opens a session, and how it has asked for the second factor before. A way that is added
 * must stand here, with its answer; tests of both steps are beside each.
 */
const openers: Record<string, Record<string, string>> = {
  'open_session(': { 'lib/auth/open-session.ts': 'called by openSession' },
  'open_browser_session(': { 'lib/auth/open-browser-session.ts': 'called by finishSignIn' },
  'open_api_session(': { 'lib/auth/tokens/issue-tokens.ts': 'requireCode' },
  // Whoever holds a ticket has a live session, which one of the others has opened.
  'redeem_ticket(': { 'lib/auth/tickets/redeem-ticket.ts': 'with a session that has passed' },
  'openSession(': { 'lib/auth/next-auth-options.ts': 'requireCode' },
  'open_browser_session_by(': { 'lib/auth/open-browser-session.ts': 'called by finishSignIn' },
  'openBrowserSession(': { 'lib/auth/sign-in.ts': 'in finishSignIn' },
  'finishSignIn(': {
    'lib/auth/providers/complete-sign-in.ts': 'findSecondFactor',
    'lib/auth/sign-in.ts': 'findSecondFactor',
    'lib/auth/two-factor/sign-in-with-code.ts': 'passSecondFactor',
  },
};

const notServed = /^(lib\/(isolation|testing|demo)|e2e|bench|drizzle)\/|\.test\.tsx?$/;

test.each(Object.entries(openers))('%s is called by none but these', (call, known) => {
  const pattern = new RegExp(`(?<![\\w])${call.replace('(', '\\(')}`);
  const callers = readTree()
    .filter(
      ({ path, source }) => !notServed.test(path) && pattern.test(withoutDefinition(source, call)),
    )
    .map(({ path }) => path);
  expect(callers.toSorted()).toEqual(Object.keys(known).toSorted());
});

test.each([
  ['lib/auth/tokens/issue-tokens.ts', 'requireCode(', 'platform.open_api_session('],
  ['lib/auth/next-auth-options.ts', 'requireCode(', 'openSession('],
  ['lib/auth/two-factor/sign-in-with-code.ts', 'passSecondFactor(', 'finishSignIn('],
  ['lib/auth/sign-in.ts', 'findSecondFactor(', 'viewer: await finishSignIn('],
  ['lib/auth/providers/complete-sign-in.ts', 'findSecondFactor(userId', 'await finishSignIn('],
])('%s asks by %s before %s', (path, asks, opens) => {
  const source = readTree().find((file) => file.path === path)?.source ?? '';
  expect(source.indexOf(asks)).toBeGreaterThan(0);
  expect(source.indexOf(opens)).toBeGreaterThan(source.indexOf(asks));
});

function withoutDefinition(source: string, call: string): string {
  return source.replace(`function ${call}`, '');
}
