import { makeLinkToken } from '../../auth/links/link-token';
import type { Link } from '../../auth/links/read-link';
import { homeUrlOf } from '../../tenancy/tenant-address';
import type { MailContent } from '../branded-mail';
import type { MailSender } from './mail-sender';

type Content = MailContent | null;
type Writer = (link: Link, sender: MailSender) => Content;

/**
 * What the mail of a link says; null where none is to be sent. Of what a stranger typed into a form
 * nothing stands in it but the address of a site: a name could be an advertisement.
 */
export function linkMail(link: Link, sender: MailSender): Content {
  return writers[link.purpose](link, sender);
}

const writers: Record<Link['purpose'], Writer> = {
  register: (link, sender) => {
    const what = `Somebody registered at ${sender.name} (${sender.home}) with this email address.`;
    if (link.account !== 'none') return knownAlready(link, sender, what);
    return {
      title: `Confirm your email for ${sender.name}`,
      paragraphs: [
        'Hello,',
        what,
        'If it was you, open the link and enter the password you chose: your account begins then. It can be used for 24 hours.',
        'If it was not you, do nothing. Without the link there is no account.',
      ],
      action: { label: 'Confirm the email', address: addressOf(link, sender) },
      footer: `${sender.name} sent this because your email address was entered there.`,
    };
  },
  signup: (link, sender) => {
    if (link.account === 'inactive') return deactivated(sender);
    const site = homeUrlOf(link.payload.slug ?? '');
    const password =
      link.account === 'active'
        ? 'You have an account already, so the new site will be yours with the password you have. The one from the form is not used.'
        : 'You will be asked for the password you chose.';
    return {
      title: 'Confirm your email to make your site',
      paragraphs: [
        'Hello,',
        `somebody asked for a site at ${site} with this email address.`,
        `If it was you, open the link and your site is made. ${password} The link can be used for 24 hours.`,
        'If it was not you, do nothing. Without the link nothing is made.',
      ],
      action: { label: 'Make the site', address: addressOf(link, sender) },
      footer: `${sender.name} sent this because your email address was entered there.`,
    };
  },
  reset: (link, sender) => {
    if (link.account !== 'active') return null;
    return {
      title: 'Choose a new password',
      paragraphs: [
        `Hello ${link.personName},`,
        `somebody asked at ${sender.name} for a new password for your account, ${link.email}.`,
        'If it was you, open the link within 60 minutes and choose one. You will be signed out everywhere.',
        'If it was not you, do nothing: your password stays as it is.',
      ],
      action: { label: 'Choose a password', address: addressOf(link, sender) },
      footer: `${sender.name} sent this because a new password was asked for.`,
    };
  },
  'change-email-old': (link, sender) => ({
    title: 'Is your account to move to another email?',
    paragraphs: [
      `Hello ${link.personName},`,
      `somebody who is signed in as you wants your account to move from ${link.email} to ${link.payload.to}.`,
      'Open the link to approve it, or to stop it. The new address is asked too; nothing changes before both have said yes.',
      'If it was not you, stop it there and change your password.',
    ],
    action: { label: 'Approve or stop it', address: addressOf(link, sender) },
    footer: `${sender.name} sent this because the email of your account is to be changed.`,
  }),
  'change-email-new': (link, sender) => {
    if (link.account !== 'none') {
      return {
        title: 'This email has an account already',
        paragraphs: [
          'Hello,',
          'somebody wanted to move their account to this email address. You have an account with it, so nothing was changed.',
          'If it was you, sign in with this address, or give the other account another one.',
        ],
        action: { label: 'Sign in', address: `${sender.home}/login` },
        footer: `${sender.name} sent this because your email address was entered there.`,
      };
    }
    return {
      title: 'Confirm your new email',
      paragraphs: [
        'Hello,',
        'somebody wants their account to move to this email address.',
        'If it was you, open the link and confirm it. The former address is asked too; nothing changes before both have said yes.',
        'If it was not you, do nothing.',
      ],
      action: { label: 'Confirm the email', address: addressOf(link, sender) },
      footer: `${sender.name} sent this because your email address was entered there.`,
    };
  },
};

function knownAlready(link: Link, sender: MailSender, what: string): MailContent {
  if (link.account === 'inactive') return deactivated(sender);
  return {
    title: 'You have an account already',
    paragraphs: [
      `Hello ${link.personName},`,
      what,
      'You have an account with it, and that stays as it is. Sign in with the password you have.',
      `If you have forgotten it, ask for a new one at ${sender.home}/forgot. If it was not you, do nothing.`,
    ],
    action: { label: 'Sign in', address: `${sender.home}/login` },
    footer: `${sender.name} sent this because your email address was entered there.`,
  };
}

function deactivated(sender: MailSender): MailContent {
  return {
    title: 'Your account is deactivated',
    paragraphs: [
      'Hello,',
      `somebody wanted to register at ${sender.name} with this email address. There is an account with it that has been deactivated, so no other one can be made.`,
      'Write to the operators of this platform if you want it back.',
    ],
    action: { label: `Open ${sender.name}`, address: sender.home },
    footer: `${sender.name} sent this because your email address was entered there.`,
  };
}

function addressOf({ purpose, id }: Link, { home }: MailSender): string {
  const page = purpose === 'reset' ? 'reset' : 'verify';
  return `${home}/${page}/${makeLinkToken(purpose, id)}`;
}
