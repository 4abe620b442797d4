import { z } from 'zod';
import { defineHandler } from '../jobs/handler';
import { sendBrandedMail } from './send-branded-mail';

const party = z.looseObject({ name: z.string(), email: z.string() });
const told = z.looseObject({ from: party, to: party });

/** Tells both when a tenant has got another owner (S4.4): who it was, and who it is. */
export const transferMail = defineHandler({
  kind: 'transfer-mail',
  whileSuspended: true,
  run: async ({ tenant }, { event }) => {
    if (!event || tenant.metadata.demo || tenant.metadata.seeded) return;
    const { from, to } = told.parse(event.payload);
    const mails = [
      {
        person: to,
        title: `${tenant.name} is yours`,
        text: `${from.name} was the owner of ${tenant.name}. From now on you are, and may do everything there.`,
      },
      {
        person: from,
        title: `${tenant.name} has a new owner`,
        text: `${to.name} (${to.email}) owns ${tenant.name} from now on. If that is wrong, write to the operators of this platform.`,
      },
    ];
    for (const { person, title, text } of mails) {
      if (!person.email) continue;
      const to = { name: person.name, address: person.email };
      await sendBrandedMail(
        tenant,
        { key: `transfer-mail:${event.id}:${person.email}`, to },
        {
          title,
          paragraphs: [`Hello ${person.name || person.email},`, text],
          action: { label: 'Open the admin', address: `${tenant.homeUrl}/admin` },
          footer: `${tenant.name} sent this because its owner has changed.`,
        },
      );
    }
  },
});
