import { type AccountField, accountFields } from '@/app/_sign-in/account-field';
import { AccountForm } from '@/app/_sign-in/account-form';
import type { Told } from '@/app/_sign-in/told';
import type { FormAction } from '@/lib/api/action-state';
import type { Link } from '@/lib/auth/links/read-link';
import { AuthHead } from '@/lib/ui/shell/auth-head';

interface SiteQuestionProps {
  action: FormAction<Told>;
  token: string;
  link: Link;
  /** What the address is a part of. */
  root: string;
}

/** The last step to a site of one's own. The address can still be changed: it may be taken by now. */
export function SiteQuestion({ action, token, link, root }: SiteQuestionProps) {
  const { site, slug } = link.payload;
  const isNew = link.account === 'none';
  const fields: AccountField[] = [
    { ...accountFields.site, defaultValue: site },
    { ...accountFields.slug, defaultValue: slug, help: `The site will be at this name, .${root}` },
    ...(isNew ? [accountFields.chosenPassword] : []),
  ];
  return (
    <>
      <AuthHead title="Make your site">
        It will be yours, <b>{link.email}</b>.{' '}
        {isNew
          ? 'Enter the password you chose, so that nobody else can begin an account in your name.'
          : 'You have an account already, and keep its password.'}
      </AuthHead>
      <AccountForm
        action={action}
        fields={fields}
        hidden={{ token }}
        submit="Make the site"
        unsent="No site was made"
      />
    </>
  );
}
