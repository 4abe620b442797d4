'use client';

import { type MouseEvent, useEffect, useState } from 'react';
import { OwnImage } from '@/lib/ui/own-image';

interface PictureFocusProps {
  address: string;
  alt: string;
  width: number;
  height: number;
  focus: Point;
  /** Ids of the two inputs of the form; without them the focus is only shown. */
  inputs?: { x: string; y: string };
}

interface Point {
  x: number;
  y: number;
}

/** The picture with its focus: a press on it puts the focus there, and into the form. */
export function PictureFocus({ address, alt, width, height, focus, inputs }: PictureFocusProps) {
  const [point, setPoint] = useState(focus);
  useTyped(inputs, setPoint);

  function move(event: MouseEvent<HTMLElement>): void {
    if (!inputs) return;
    const box = event.currentTarget.getBoundingClientRect();
    const x = part(event.clientX - box.left, box.width);
    const y = part(event.clientY - box.top, box.height);
    type(inputs.x, x);
    type(inputs.y, y);
    setPoint({ x, y });
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the two numbers of the form say the same by keys
    // biome-ignore lint/a11y/useKeyWithClickEvents: the two numbers of the form say the same by keys
    <div className={`picture-focus ${inputs ? 'movable' : ''}`} onClick={move}>
      <OwnImage src={address} alt={alt} width={width} height={height} />
      <span
        className="focus-mark"
        aria-hidden="true"
        style={{ left: `${point.x * 100}%`, top: `${point.y * 100}%` }}
      />
    </div>
  );
}

function part(distance: number, whole: number): number {
  return Math.round(Math.min(Math.max(distance / whole, 0), 1) * 100) / 100;
}

/** As if somebody had typed it: the form counts its changes by this event. */
function type(id: string, value: number): void {
  const input = document.getElementById(id);
  if (!(input instanceof HTMLInputElement)) return;
  input.value = String(value);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

function useTyped(inputs: PictureFocusProps['inputs'], tell: (point: Point) => void): void {
  const [x, y] = [inputs?.x, inputs?.y];
  useEffect(() => {
    if (!x || !y) return;
    const read = (id: string) => (document.getElementById(id) as HTMLInputElement | null)?.value;
    const listen = () => {
      const point = { x: Number(read(x)), y: Number(read(y)) };
      if (Number.isFinite(point.x) && Number.isFinite(point.y)) tell(point);
    };
    const stop = new AbortController();
    for (const name of ['input', 'reset']) {
      // The browser resets its inputs right after the event.
      document.addEventListener(name, () => setTimeout(listen), { signal: stop.signal });
    }
    return () => stop.abort();
  }, [x, y, tell]);
}
