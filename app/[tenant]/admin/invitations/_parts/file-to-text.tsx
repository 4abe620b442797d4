'use client';

import { useState } from 'react';
import { Field } from '@/lib/ui/form/field';
import { useHydrated } from '@/lib/ui/use-hydrated';

const most = 500_000;

/** Puts what a file says into a box of the form, where it can be looked at before it is sent. */
export function FileToText({ into }: { into: string }) {
  const [fault, setFault] = useState<string>();
  if (!useHydrated()) return null;
  const read = async (file: File | undefined) => {
    const box = document.getElementById(into);
    if (!file || !(box instanceof HTMLTextAreaElement)) return;
    setFault(file.size > most ? 'This file is too large for a list of people.' : undefined);
    if (file.size <= most) box.value = await file.text();
  };
  return (
    <Field name="file" label="Or take a CSV file" error={fault}>
      <input
        id="field-file"
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        onChange={({ target }) => void read(target.files?.[0])}
      />
    </Field>
  );
}
