'use client';

import { type ReactNode, useState } from 'react';
import { RefusedNotice } from '../connection/refused-notice';
import { UnsentNotice } from '../connection/unsent-notice';
import { useSafeAction } from '../connection/use-safe-action';
import { KitForm } from '../form/kit-form';
import { SubmitButton } from '../form/submit-button';
import { TextInput } from '../form/text-input';
import type { FormAction, Hidden } from '../kit-types';
import { useHydrated } from '../use-hydrated';

/** What goes along, whether it can be undone, and the two buttons. */
export function ConfirmBody(props: ConfirmContentProps & { safe: ReactNode }) {
  const { goesAlong = [], undo, action, hidden, confirm, typeWord, safe, children } = props;
  const [typed, setTyped] = useState('');
  const { act, unsent, refused } = useSafeAction(action);
  const isReady = useHydrated();
  const isHeld = isReady && typeWord !== undefined && typed.trim() !== typeWord.word;
  return (
    <KitForm action={act} hidden={{ ...hidden, confirmed: '1' }} className="confirm">
      <UnsentNotice unsent={unsent} title="Not done" />
      <RefusedNotice refused={refused} />
      {children ? <div className="dialog-words">{children}</div> : null}
      {goesAlong.length > 0 ? <GoesAlong things={goesAlong} /> : null}
      {undo ? <p className="dialog-words">{undo}</p> : null}
      {typeWord ? (
        <div onInput={(event) => setTyped((event.target as HTMLInputElement).value)}>
          <TextInput
            name={typeWord.name}
            label={`Type ${typeWord.word} to confirm`}
            error={typeWord.error}
            mono
            autoComplete="off"
            spellCheck={false}
          />
        </div>
      ) : null}
      <div className="dialog-acts">
        {safe}
        <SubmitButton
          name={confirm.name}
          value={confirm.value}
          tone={confirm.tone ?? 'danger'}
          held={isHeld}
        >
          {confirm.label}
        </SubmitButton>
      </div>
    </KitForm>
  );
}

export interface ConfirmContentProps {
  /** The question: "Move 3 posts to the trash?" */
  title: string;
  children?: ReactNode;
  /** What is lost with it, each with its number. */
  goesAlong?: string[];
  /** Whether it can be undone. */
  undo?: string;
  action: FormAction;
  hidden?: Hidden;
  /** Repeats verb and number: "Move 3 to trash". */
  confirm: { label: string; name?: string; value?: string; tone?: 'danger' | 'primary' };
  cancel: { label: string; href: string };
  /** For what cannot be undone: a word to type, which the server checks, too. */
  typeWord?: { word: string; name: string; error?: string };
}

function GoesAlong({ things }: { things: string[] }) {
  return (
    <div className="dialog-words">
      What goes along:
      <ul>
        {things.map((thing) => (
          <li key={thing}>{thing}</li>
        ))}
      </ul>
    </div>
  );
}
