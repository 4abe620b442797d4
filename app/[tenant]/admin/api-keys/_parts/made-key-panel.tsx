import { CopyButton } from '@/lib/ui/list/copy-button';
import { Notice } from '@/lib/ui/list/notice';
import { Panel } from '@/lib/ui/list/panel';
import { TakesFocus } from '@/lib/ui/list/takes-focus';
import { ButtonLink } from '@/lib/ui/shell/button-link';

/** What the form gets back. */
export interface MadeKey {
  name: string;
  secret: string;
}

/** A key that was just made: it stands here and never again. */
export function MadeKeyPanel({ made, address }: { made: MadeKey; address: string }) {
  const { name, secret } = made;
  return (
    <TakesFocus on={secret}>
      <Panel title={`The key “${name}” is made`}>
        <div className="key-made">
          <Notice tone="wait" title="Copy it now">
            <p>
              It is shown this once: we keep only what recognises it. Keep it where programs keep
              their passwords, and never in a page or a repository.
            </p>
          </Notice>
          <div className="key-secret">
            <code className="mono" data-testid="api-key">
              {secret}
            </code>
            <CopyButton text={secret} label="Copy key" words />
          </div>
          <p className="field-help">Try it:</p>
          <pre className="key-try mono">{`curl -H "Authorization: Bearer $API_KEY" ${address}`}</pre>
          <div className="key-acts">
            <ButtonLink href="/admin/api-keys" tone="primary">
              I have copied it
            </ButtonLink>
          </div>
        </div>
      </Panel>
    </TakesFocus>
  );
}
