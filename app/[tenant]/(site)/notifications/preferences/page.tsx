import '@/app/person.css';
import '@/app/inbox.css';
import type { Metadata } from 'next';
import { accountPage } from '@/lib/api/admin-page';
import type { Query } from '@/lib/api/login-address';
import { readPreferences } from '@/lib/notifications/preferences/read-preferences';
import { CheckboxInput } from '@/lib/ui/form/checkbox-input';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SelectInput } from '@/lib/ui/form/select-input';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { Notice } from '@/lib/ui/list/notice';
import { PlaceLink } from '@/lib/ui/place-link';
import { SiteMain } from '../../_parts/site-main';
import { savePreferences } from '../actions';

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Query> };

export const metadata: Metadata = { title: 'Notification preferences', robots: { index: false } };

const ways = [
  { id: 'off', label: 'No email' },
  { id: 'now', label: 'At once' },
  { id: 'digest', label: 'Once a day' },
];

/** How a person hears of things at this site: which kinds, and by which way. */
export default async function PreferencesPage({ params, searchParams }: Props) {
  const { saved } = await searchParams;
  const ctx = await accountPage(params, { path: '/notifications/preferences' });
  const preferences = await readPreferences(ctx);
  return (
    <SiteMain>
      <div className="mx-auto grid w-full max-w-2xl gap-5">
        <div>
          <PlaceLink className="link" href="/notifications">
            Notifications
          </PlaceLink>
          <h1 className="mt-1 font-semibold text-2xl">Preferences</h1>
          <p className="text-ink-2">What {ctx.tenant.name} tells you, and how.</p>
        </div>
        {saved ? <Notice tone="good">Saved. It holds for what comes from now on.</Notice> : null}
        {preferences.length === 0 ? (
          <p className="text-ink-2">You are no member here, so nothing is sent to you.</p>
        ) : (
          <KitForm action={savePreferences}>
            {preferences.map(({ kind, label, description, inApp, isInAppFixed, email }) => (
              <fieldset key={kind} className="panel wish">
                <legend className="sr-only">{label}</legend>
                <div className="min-w-0">
                  <b aria-hidden="true">{label}</b>
                  <p className="text-ink-2">{description}</p>
                </div>
                {isInAppFixed ? (
                  <p className="text-ink-2">Always here</p>
                ) : (
                  <CheckboxInput name={`inApp.${kind}`} label="Here" defaultChecked={inApp} />
                )}
                <SelectInput
                  name={`email.${kind}`}
                  label="By email"
                  choices={ways}
                  defaultValue={email}
                />
              </fieldset>
            ))}
            <SubmitButton>Save preferences</SubmitButton>
          </KitForm>
        )}
      </div>
    </SiteMain>
  );
}
