import { z } from 'zod';
import { definePlatformHandler } from '../jobs/handler';
import { findAccountMail } from '../tenancy/people/find-account-mail';
import { platformSender } from './identity/mail-sender';
import { securityWords } from './security-words';
import { sendBrandedMail } from './send-branded-mail';

/** What an event of an account tells; see platform.tell_account. */
const payload = z.looseObject({
  site: z.string().nullish(),
  device: z.string().default(''),
  address: z.string().default(''),
  failures: z.number().default(0),
  tried: z.enum(['password', 'code']).default('password'),
  until: z.string().default(''),
  left: z.number().default(0),
});

export type SecurityFacts = z.output<typeof payload> & { at: string };

/** The events of an account that its owner is told of. */
export const securityEvents = [
  'user.new-device',
  'user.locked-out',
  'user.two-factor-on',
  'user.two-factor-off',
  'user.recovery-code-used',
  'user.recovery-codes-made',
  'identity.connected',
] as const;

/**
 * Tells somebody what happened to their account: when, on which device, from which address, and what
 * to do if it was not them. It comes from the platform, where accounts are; the same event in a
 * tenant's log is for its admins and sends nothing.
 */
export const securityMail = definePlatformHandler({
  kind: 'security-mail',
  inOrder: false,
  run: async ({ event, tenantId }) => {
    if (!event || tenantId !== null) return;
    const person = await findAccountMail(event.id);
    if (!person) return;
    const facts = { ...payload.parse(event.payload), at: event.createdAt };
    const words = securityWords(event.type as (typeof securityEvents)[number], facts);
    const sender = platformSender();
    const to = { name: person.name, address: person.email };
    await sendBrandedMail(
      sender,
      { key: `security-mail:${event.id}`, to },
      {
        title: words.title,
        paragraphs: [`Hello ${person.name || person.email},`, ...words.paragraphs],
        action: { label: 'Open your account', address: `${sender.home}/account` },
        footer: 'Sent because this concerns the safety of your account. It cannot be switched off.',
      },
    );
  },
});
