'use client';

import { Avatar } from '@/lib/ui/avatar';
import type { Want, WritingState } from './use-writing';

interface BannerProps {
  writing: WritingState | null;
  want(want: Want): void;
  /** Saves before the seat is given away. */
  onHandOver(): void;
}

/** One person writes at a time: who it is, who would like to, and what can be done about it. */
export function WritingBanner({ writing, want, onHandOver }: BannerProps) {
  if (!writing) return null;
  const { mine, asked, writer, refused } = writing;
  if (mine && asked) {
    const first = firstOf(asked);
    return (
      <Banner name={asked} title={`${asked} asked to edit.`}>
        <p>They are reading along. If you hand over, your text is saved first.</p>
        <button type="button" className="button plain small" onClick={onHandOver}>
          Hand over to {first}
        </button>
        <button type="button" className="button small" onClick={() => want('refuse')}>
          Not now
        </button>
      </Banner>
    );
  }
  if (mine || !writer) return null;
  const title = writer.self ? 'You are writing in another tab.' : `${writer.name} is writing.`;
  return (
    <Banner name={writer.name} title={title}>
      <p>
        {refused
          ? `${firstOf(writer.name)} would like to go on. You can read along.`
          : 'You can read along.'}
      </p>
      {writer.self || refused ? null : (
        <button type="button" className="button plain small" onClick={() => want('ask')}>
          Ask to edit
        </button>
      )}
      <button type="button" className="button plain small" onClick={() => want('take')}>
        Take over
      </button>
    </Banner>
  );
}

interface FrameProps {
  name: string;
  title: string;
  children: React.ReactNode;
}

function Banner({ name, title, children }: FrameProps) {
  return (
    <div className="writing-banner" role="status">
      <Avatar name={name} />
      <b>{title}</b> {children}
    </div>
  );
}

function firstOf(name: string): string {
  return name.split(' ')[0] || name;
}
