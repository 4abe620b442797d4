'use client';

import { useEffect, useState } from 'react';
import { FailedPart } from '@/lib/ui/list/failed-part';
import { RelatedForm, type RelatedRecordProps } from './related-form';
import type { RelatedForm as FormParts } from './screen-types';

/** A record that a picker has not got yet: its form, fetched when it is asked for (D10). */
export function RelatedRecord(props: RelatedRecordProps) {
  const { related, from } = props;
  const [form, setForm] = useState<FormParts | 'failed' | null>(null);
  const { resource, field } = from;
  useEffect(() => {
    if (form !== null) return;
    let isStale = false;
    related
      .form({ resource, field })
      .catch(() => 'failed' as const)
      .then((next) => {
        if (!isStale) setForm(next);
      });
    return () => {
      isStale = true;
    };
  }, [form, related, resource, field]);
  if (form === null) return <Waiting />;
  if (form !== 'failed') return <RelatedForm {...props} form={form} />;
  return (
    <FailedPart title="The form could not be loaded" retry={() => setForm(null)}>
      What you typed on the page is still there.
    </FailedPart>
  );
}

/** In the shape of what comes. */
function Waiting() {
  return (
    <div className="drawer-body" aria-busy="true">
      <p className="sr-only" role="status">
        Loading the form…
      </p>
      {['title', 'slug'].map((name) => (
        <div key={name} className="drawer-wait" aria-hidden="true">
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}
