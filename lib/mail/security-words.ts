import { deviceName } from '../ui/device-name';
import type { SecurityFacts, securityEvents } from './security-mail';

type SecurityEvent = (typeof securityEvents)[number];
type Words = { title: string; paragraphs: string[] };

const notYou =
  'If it was not you, change your password now and sign out everywhere else: both are on your account page.';

const words: Record<SecurityEvent, (facts: SecurityFacts) => Words> = {
  'user.new-device': (facts) => ({
    title: 'New sign-in to your account',
    paragraphs: [
      `Somebody signed in to your account in a browser that has not been used for it before${placeOf(facts)}.`,
      ...whereabouts(facts),
      'If that was you, there is nothing to do.',
      `${notYou} Then turn two-factor on.`,
    ],
  }),
  'user.locked-out': (facts) =>
    facts.tried === 'code' ? lockedByCodes(facts) : lockedByPasswords(facts),
  'user.two-factor-on': (facts) => ({
    title: 'Two-factor is on',
    paragraphs: [
      'From now on signing in to your account asks for a code after the password. Keep your recovery codes where you find them without your phone.',
      ...whereabouts(facts),
      'If it was not you, somebody else holds your account: reset your password and write to the operators of this platform.',
    ],
  }),
  'user.two-factor-off': (facts) => ({
    title: 'Two-factor is off',
    paragraphs: [
      'From now on your password alone opens your account, on every site.',
      ...whereabouts(facts),
      `${notYou} Then turn two-factor on again.`,
    ],
  }),
  'user.recovery-code-used': (facts) => ({
    title: 'A recovery code was used',
    paragraphs: [
      `Somebody signed in to your account with one of your recovery codes${placeOf(facts)}. ${leftWords(facts.left)}`,
      ...whereabouts(facts),
      `${notYou} Then make new recovery codes.`,
    ],
  }),
  'user.recovery-codes-made': (facts) => ({
    title: 'You have new recovery codes',
    paragraphs: ['The ones you had before do not work any more.', ...whereabouts(facts), notYou],
  }),
  'identity.connected': () => ({
    title: 'Another account signs you in now',
    paragraphs: [
      'An account at another provider was connected with yours. Whoever holds it can sign in as you.',
      `${notYou} Then disconnect it there.`,
    ],
  }),
};

/** What a mail about an account says, and what to do. */
export function securityWords(type: SecurityEvent, facts: SecurityFacts): Words {
  return words[type](facts);
}

function lockedByPasswords(facts: SecurityFacts): Words {
  return {
    title: 'Somebody tried to sign in as you',
    paragraphs: [
      `A wrong password was tried for your account ${facts.failures} times${placeOf(facts)}. Until ${moment(facts.until)} nobody can sign in with it ${facts.site ? 'there' : 'anywhere'}, but in browsers that you have used before.`,
      ...whereabouts(facts),
      'If that was you, wait, or reset your password. If it was not you, nobody has got in: there is nothing you must do. A password that you use nowhere else, and two-factor, keep it so.',
      ...(facts.site ? [`An admin of ${facts.site} can let you in earlier.`] : []),
    ],
  };
}

function lockedByCodes(facts: SecurityFacts): Words {
  return {
    title: 'Somebody knows your password',
    paragraphs: [
      `Somebody entered your right password, and then ${facts.failures} wrong codes${placeOf(facts)}. They have not got in. No codes are accepted from there until ${moment(facts.until)}.`,
      ...whereabouts(facts),
      'If it was not you, change your password now: whoever tried has it.',
    ],
  };
}

function whereabouts({ at, device, address }: SecurityFacts): string[] {
  const from = address ? `, from the address ${address}` : '';
  return [`It was on ${moment(at)}${device ? `, with ${deviceName(device)}` : ''}${from}.`];
}

function placeOf({ site }: SecurityFacts): string {
  return site ? `, at ${site}` : '';
}

function leftWords(left: number): string {
  if (left === 0) return 'None is left: make new ones.';
  return left === 1 ? 'One is left: make new ones.' : `${left} are left.`;
}

/** An account belongs to no tenant, so its times are in the one zone everybody can reckon with. */
function moment(iso: string): string {
  const style = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const;
  return `${new Intl.DateTimeFormat('en-GB', style).format(new Date(iso))} UTC`;
}
