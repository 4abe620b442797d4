import type { ScopeGroup } from '@/lib/admin/api-keys/scopes';
import { CheckboxInput } from '@/lib/ui/form/checkbox-input';
import { Field } from '@/lib/ui/form/field';

interface ScopeFieldsProps {
  groups: ScopeGroup[];
  chosen: string[];
  error?: string;
}

/** A box to tick for each right that the person has, in groups. */
export function ScopeFields({ groups, chosen, error }: ScopeFieldsProps) {
  return (
    <Field
      name="scopes"
      label="What it may do"
      help="Only what you may do yourself can be chosen. What is written is answered with the record, so who changes posts, tags or authors must see them, too."
      error={error}
      group
    >
      <div className="key-scopes">
        {groups.map(({ label, scopes }) => (
          <fieldset key={label} className="key-scope-group">
            <legend>{label}</legend>
            {scopes.map(({ scope, label: words }) => (
              <CheckboxInput
                key={scope}
                name="scopes"
                id={`scope-${scope.replace('.', '-')}`}
                value={scope}
                label={words}
                help={<code className="mono">{scope}</code>}
                defaultChecked={chosen.includes(scope)}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </Field>
  );
}
