/** Said to who knows the password alone: nobody else learns that the account waits. */
export const unverifiedWords =
  'Confirm your email first: the link is in the mail we sent you when you registered.';
