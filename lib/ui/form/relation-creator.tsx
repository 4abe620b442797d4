'use client';

import type { ReactNode } from 'react';
import { Drawer } from '../dialog/drawer';
import type { Choice } from '../kit-types';

/** How a picker makes a record that is not there yet (D10). */
export interface RelationCreator {
  /** What one is called inside a sentence: "tag". */
  noun: string;
  /** The form to make it in. */
  draw: (parts: CreatorParts) => ReactNode;
}

export interface CreatorParts {
  /** What was searched for, where something was. */
  text: string;
  onMade: (made: Choice) => void;
}

/** The drawer of a picker, over the form that it belongs to and no part of it. */
export function CreatorDrawer({ creator, text, close, onMade, focusBack }: CreatorDrawerProps) {
  return (
    <Drawer
      open={text !== null}
      onOpenChange={(open) => {
        if (!open) close();
      }}
      title={`New ${creator.noun}`}
      focusBack={focusBack}
    >
      {text === null ? null : creator.draw({ text, onMade })}
    </Drawer>
  );
}

interface CreatorDrawerProps {
  creator: RelationCreator;
  /** What was typed when it was opened; null while it is closed. */
  text: string | null;
  close: () => void;
  onMade: (made: Choice) => void;
  focusBack: () => void;
}
