'use client';

import { useEffect, useState } from 'react';
import { sampleAccent } from '../actions';
import type { AccentSample, SampleColors } from './accent-sample';

/** What the brand colour turns into on light and dark pages, while it is being chosen. */
export function AccentPreview({ first }: { first: AccentSample }) {
  const sample = useSample(first);
  return (
    <div className="accent-samples">
      <Sample name="Light" colors={sample.light} ground="#ffffff" />
      <Sample name="Dark" colors={sample.dark} ground="#14171c" />
    </div>
  );
}

function Sample({ name, colors, ground }: { name: string; colors: SampleColors; ground: string }) {
  const { accent, onAccent } = colors;
  return (
    <div className="accent-sample" style={{ background: ground, color: accent }}>
      <span className="accent-link">{name} link</span>
      <span className="accent-button" style={{ background: accent, color: onAccent }}>
        Button
      </span>
      <code>{accent}</code>
    </div>
  );
}

const pause = 200;

function useSample(first: AccentSample): AccentSample {
  const [sample, setSample] = useState(first);
  useEffect(() => {
    const form = document.getElementById('settings-form');
    let timer: ReturnType<typeof setTimeout>;
    let latest = 0;
    const ask = (event: Event) => {
      const color = colorOf(event.target);
      if (color === null) return;
      latest += 1;
      const mine = latest;
      clearTimeout(timer);
      timer = setTimeout(() => {
        sampleAccent(color).then(
          (made) => mine === latest && setSample(made),
          () => {},
        );
      }, pause);
    };
    form?.addEventListener('input', ask);
    return () => {
      clearTimeout(timer);
      form?.removeEventListener('input', ask);
    };
  }, []);
  return sample;
}

/** The colour that was typed or picked, once it is one. */
function colorOf(target: EventTarget | null): string | null {
  if (!(target instanceof HTMLInputElement)) return null;
  const isField = target.name === 'brandColor' || target.type === 'color';
  return isField && /^#[0-9a-f]{6}$/i.test(target.value) ? target.value : null;
}
