import { env } from '../../env';
import { checkMailServer } from '../../mail/check-mail-server';
import { type Examination, fault } from './diagnosis';

/** The mail server takes mail of ours; without one mails are files, and nothing is wrong. */
export const examineMail: Examination = {
  name: 'mail',
  isApart: true,
  run: async () => {
    const { SMTP_URL } = env();
    if (!SMTP_URL) return [];
    try {
      await checkMailServer(SMTP_URL);
      return [];
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      const remedy =
        'See that SMTP_URL names server, port, user and password as they are, and that this machine may reach it.';
      return [fault(what, remedy)];
    }
  },
};
