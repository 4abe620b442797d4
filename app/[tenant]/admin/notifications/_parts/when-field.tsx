import type { FormValues } from '@/lib/api/form-object';
import { DateTimeInput } from '@/lib/ui/form/date-time-input';
import { Field } from '@/lib/ui/form/field';
import { startOf } from './draft';
import { RadioCard } from './radio-card';

/** At once, or at a time of the tenant's own clock. */
export function WhenField({ zone, values, errorOf }: WhenProps) {
  const { isLater } = startOf(values);
  const { scheduledFor } = values;
  return (
    <Field name="when" label="When" group>
      <div className="radio-cards">
        <RadioCard name="when" value="now" label="Now" isChosen={!isLater} />
        <RadioCard name="when" value="later" label="Later" isChosen={isLater} />
      </div>
      <div className="for-later">
        <DateTimeInput
          name="scheduledFor"
          label="Goes out"
          zone={zone}
          defaultValue={typeof scheduledFor === 'string' ? scheduledFor : undefined}
          error={errorOf('scheduledFor')}
        />
      </div>
    </Field>
  );
}

interface WhenProps {
  zone: string;
  /** What was typed before a refusal. */
  values: FormValues;
  errorOf: (name: string) => string | undefined;
}
