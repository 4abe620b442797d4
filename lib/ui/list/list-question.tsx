'use client';

import { DialogFrame, SafeButton } from '../dialog/dialog-frame';
import type { Noun } from '../kit-types';
import { submitWith } from '../submit-with';
import { fillQuestion } from './fill-words';
import type { ConfirmText } from './table-types';

/** What is about to be done, and to how many. */
export interface Question {
  words?: ConfirmText;
  count: number;
  name?: string;
  fields: Record<string, string>;
}

/** Asks before an act on a list; the answer sends the list's form with `confirmed=1`. */
export function ListQuestion({ question, close, formId, noun }: ListQuestionProps) {
  const { words, count, name, fields } = question ?? { count: 0 };
  if (!words || !fields) return null;
  const { title, body, button, keep } = fillQuestion(words, count, noun, name);
  return (
    <DialogFrame open onOpenChange={close} title={title}>
      {body ? <p className="dialog-words">{body}</p> : null}
      <div className="dialog-acts">
        <SafeButton>{keep}</SafeButton>
        <button
          type="button"
          className="button solid-danger"
          onClick={() => {
            submitWith(formId, { ...fields, confirmed: '1' });
            close();
          }}
        >
          {button}
        </button>
      </div>
    </DialogFrame>
  );
}

interface ListQuestionProps {
  question: Question | null;
  close: () => void;
  formId: string;
  noun: Noun;
}
