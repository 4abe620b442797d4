import { PasswordInput } from '@/lib/ui/form/password-input';
import { TextInput } from '@/lib/ui/form/text-input';

/** Password and code. */
export function BothFactors({ errors }: { errors: Record<string, string[]> }) {
  return (
    <>
      <PasswordInput
        name="password"
        label="Your password"
        autoComplete="current-password"
        error={errors.password?.[0]}
      />
      <TextInput
        name="code"
        label="Code from your app"
        help="Or one of your recovery codes."
        autoComplete="one-time-code"
        spellCheck={false}
        mono
        error={errors.code?.[0]}
      />
    </>
  );
}
