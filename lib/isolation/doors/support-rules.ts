/**
 * What each action of a tenant's host is to somebody of support, by file and export: `never`, whatever
 * the tenant granted; `granted`, where it did; `reads`, since it changes nothing; `free`, since it ends
 * the access or signs in somebody else. An action that is built and not named here fails the walk.
 */
export const supportRules: Record<string, 'never' | 'granted' | 'reads' | 'free'> = {
  ...named('app/[tenant]/admin/members/actions.ts', 'never', 'saveMember'),
  ...named('app/[tenant]/admin/roles/actions.ts', 'never', 'saveRole removeRole'),
  ...named('app/[tenant]/admin/api-keys/actions.ts', 'never', 'createApiKey'),
  ...named('app/[tenant]/admin/lockouts/actions.ts', 'never', 'liftLock'),
  ...named('app/[tenant]/register/actions.ts', 'never', 'register join'),
  ...named('app/[tenant]/admin/invitations/actions.ts', 'never', 'sendInvitation sendList'),
  ...named('app/[tenant]/invite/[token]/actions.ts', 'never', 'join begin'),
  ...named('app/[tenant]/forgot/actions.ts', 'never', 'forgot'),
  ...named('app/[tenant]/reset/[token]/actions.ts', 'never', 'reset'),
  ...named('app/[tenant]/verify/[token]/actions.ts', 'never', 'confirm'),
  ...named('app/[tenant]/login/actions.ts', 'never', 'sendAgain'),
  ...named('app/[tenant]/admin/support/actions.ts', 'never', 'grant withdraw endAccess'),
  ...named('app/[tenant]/admin/settings/actions.ts', 'never', 'deleteSite transferSite'),
  ...named('app/[tenant]/(site)/account/actions.ts', 'never', 'endSessions'),
  ...named('app/[tenant]/(site)/notifications/actions.ts', 'never', 'mark markAll savePreferences'),
  ...named('app/[tenant]/admin/settings/actions.ts', 'granted', 'saveSettings'),
  ...named(
    'app/[tenant]/admin/actions.ts',
    'granted',
    'actOnList saveRecord restoreRecord createRelated',
  ),
  ...named('app/[tenant]/admin/posts/actions.ts', 'granted', 'savePost'),
  ...named(
    'app/[tenant]/admin/domains/actions.ts',
    'granted',
    'addDomain checkDomain makePrimary removeDomain',
  ),
  ...named('app/[tenant]/admin/search/actions.ts', 'granted', 'buildAnew compareNow tryAgain'),
  ...named(
    'app/[tenant]/admin/actions.ts',
    'reads',
    'previewMarkdown searchPalette searchRelated relatedForm',
  ),
  ...named('app/[tenant]/admin/settings/actions.ts', 'reads', 'sampleAccent'),
  ...named('app/[tenant]/admin/notifications/actions.ts', 'never', 'send cancel findPeople'),
  ...named('app/[tenant]/login/actions.ts', 'free', 'signIn'),
  ...named('app/[tenant]/login/code/actions.ts', 'free', 'enterCode'),
  ...named('app/[tenant]/logout/actions.ts', 'free', 'signOut'),
  ...named('app/[tenant]/invite/[token]/actions.ts', 'free', 'switchPerson'),
  ...named('app/[tenant]/session/enter/actions.ts', 'free', 'enter'),
  ...named('app/[tenant]/session/ended/actions.ts', 'free', 'endSupport'),
};

function named<R extends string>(file: string, rule: R, exports: string): Record<string, R> {
  return Object.fromEntries(exports.split(' ').map((name) => [`${file}#${name}`, rule]));
}
