/** What a form's action tells when it is done: the form gives way to it. */
export interface Told {
  title: string;
  words: string[];
}

/** The one answer to everybody who gives an email, whether or not there is an account with it. */
export function checkYourMail(email: string, what: string): Told {
  return {
    title: 'Check your mail',
    words: [
      `We have sent a mail to ${email}. ${what}`,
      'If nothing has come after some minutes, look into the folder for unwanted mail, or try again.',
    ],
  };
}
