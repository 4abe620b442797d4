import { CopyButton } from '@/lib/ui/list/copy-button';
import { KeyPicture } from './key-picture';

/** The first two steps of setting it up: an app, and the key in it. */
export function KeySteps({ secret, address }: { secret: string; address: string }) {
  const inFours = secret.match(/.{1,4}/g)?.join(' ') ?? secret;
  return (
    <ol className="mb-5 grid gap-5">
      <li>
        <h3 className="font-semibold">1. Open an app for codes on your phone</h3>
        <p className="text-ink-2">
          Any of them will do, as Aegis, Google Authenticator, 1Password or the one of your phone.
        </p>
      </li>
      <li className="grid gap-3">
        <h3 className="font-semibold">2. Add an account by scanning this</h3>
        <KeyPicture text={address} />
        <p className="text-ink-2">
          On this very phone, or without a camera, type the key instead:
          <span className="mt-1 flex flex-wrap items-center gap-2">
            <code className="mono text-ink" data-testid="key">
              {inFours}
            </code>
            <CopyButton text={secret} label="Copy the key" />
          </span>
        </p>
        <p>
          <a className="link" href={address}>
            Open it in an app on this device
          </a>
        </p>
      </li>
    </ol>
  );
}
