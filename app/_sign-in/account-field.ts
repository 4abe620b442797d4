interface Common {
  name: string;
  label: string;
  help?: string;
}

interface TextField extends Common {
  kind: 'text' | 'email';
  autoComplete: string;
  defaultValue?: string;
  maxLength?: number;
  mono?: boolean;
  autoFocus?: boolean;
}

interface PasswordField extends Common {
  kind: 'password';
  autoComplete: 'current-password' | 'new-password';
}

/** A field of a form about an account. */
export type AccountField = TextField | PasswordField;

/** The fields such forms are made of. */
export const accountFields = {
  name: { kind: 'text', name: 'name', label: 'Your name', autoComplete: 'name', maxLength: 100 },
  email: { kind: 'email', name: 'email', label: 'Email', autoComplete: 'username' },
  newPassword: {
    ...{ kind: 'password', name: 'password', label: 'Password', autoComplete: 'new-password' },
    help: 'At least 12 characters. Several words in a row are good and easy to keep in mind.',
  },
  site: {
    kind: 'text',
    name: 'site',
    label: 'Name of the site',
    autoComplete: 'off',
    maxLength: 100,
  },
  slug: {
    ...{ kind: 'text', name: 'slug', label: 'Address', autoComplete: 'off', mono: true },
    maxLength: 63,
  },
  chosenPassword: {
    ...{ kind: 'password', name: 'password', label: 'The password you chose' },
    autoComplete: 'current-password',
  },
  present: {
    ...{ kind: 'password', name: 'current', label: 'Present password' },
    autoComplete: 'current-password',
  },
} as const satisfies Record<string, AccountField>;
