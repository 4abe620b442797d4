import type { MemberVerb, MemberView } from '@/lib/admin/members/read-member';

interface VerbWords {
  /** On the button that leads to the question. */
  label: string;
  title: string;
  body: string;
  button: string;
  keep: string;
}

/** What is asked before something is done with a member. */
export function verbWords(verb: MemberVerb, { name, email, isYou }: MemberView): VerbWords {
  if (verb === 'remove' && isYou) {
    return {
      label: 'Leave this site',
      title: 'Leave this site?',
      body: 'You are signed out here at once, and leave your groups. What you wrote stays, and so does your account. Somebody else has to let you in again.',
      button: 'Leave this site',
      keep: 'Stay',
    };
  }
  return {
    remove: {
      label: 'Remove',
      title: `Remove ${name}?`,
      body: 'They are signed out here at once, and leave their groups. What they wrote stays, and so does their account.',
      button: 'Remove member',
      keep: 'Keep member',
    },
    'mail-reset': {
      label: 'Send a reset mail',
      title: `Send ${name} a mail to reset the password?`,
      body: `The mail goes to ${email}, and only whoever reads it can choose a new password: the account is theirs, on every site. Until they do, the present one works.`,
      button: 'Send the mail',
      keep: 'Send nothing',
    },
    deactivate: {
      label: 'Deactivate',
      title: `Deactivate ${name}?`,
      body: 'They are signed out here at once and are no member until they are reactivated. What they wrote stays, and so do their account and their other sites.',
      button: 'Deactivate member',
      keep: 'Keep member active',
    },
    reactivate: {
      label: 'Reactivate',
      title: `Reactivate ${name}?`,
      body: 'They are a member again, with the role and the groups they had.',
      button: 'Reactivate member',
      keep: 'Keep member deactivated',
    },
  }[verb];
}
