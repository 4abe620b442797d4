import { PlaceLink } from '@/lib/ui/place-link';
import { AuthHead } from '@/lib/ui/shell/auth-head';

const answers = {
  waiting: {
    title: 'Noted',
    words: 'Now the other address has to confirm it, by the link in its own mail.',
  },
  changed: {
    title: 'The email is changed',
    words: 'From now on sign in with the new one. The former address has been told.',
  },
  stopped: { title: 'Stopped', words: 'Nothing was changed, and neither link works any more.' },
  taken: {
    title: 'Not changed',
    words: 'Somebody else has got an account with the new address meanwhile. Choose another one.',
  },
};

/** What came of an answer; the word stands in the address bar, so it says nothing but these. */
export function changeAnswered(answer: unknown) {
  if (typeof answer !== 'string' || !Object.hasOwn(answers, answer)) return null;
  const { title, words } = answers[answer as keyof typeof answers];
  return (
    <>
      <AuthHead title={title}>{words}</AuthHead>
      <PlaceLink className="button primary w-full" href="/account">
        Go to your account
      </PlaceLink>
    </>
  );
}
