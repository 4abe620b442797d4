'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/**
 * What a person has to read before they go on: it takes the focus, and so comes into sight, however
 * far down the page its button was.
 */
export function TakesFocus({ on, children }: TakesFocusProps) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told anew, it is to be read anew
  useEffect(() => box.current?.focus(), [on]);
  return (
    <div ref={box} tabIndex={-1} className="takes-focus">
      {children}
    </div>
  );
}

interface TakesFocusProps {
  /** Another value, and it takes the focus again. */
  on: unknown;
  children: ReactNode;
}
