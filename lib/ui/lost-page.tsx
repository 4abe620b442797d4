import type { ReactNode } from 'react';
import { HousePicture, type HouseSign } from './house-picture';

interface LostPageProps {
  sign: HouseSign;
  badge: string;
  title: string;
  /** What happened, in one or two sentences. */
  lede: ReactNode;
  /** What to do, by who reads it. */
  hints?: { icon: ReactNode; who: string; what: string }[];
  actions: ReactNode;
}

/** What a page says when it is not the one that was asked for: cause, consequence, next step. */
export function LostPage({ sign, badge, title, lede, hints = [], actions }: LostPageProps) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto grid w-full max-w-6xl content-start items-center gap-8 px-4 py-6 mid:py-10 wide:grid-cols-[minmax(0,1fr)_minmax(0,26rem)] wide:content-center wide:gap-16 wide:px-6"
    >
      <HousePicture
        sign={sign}
        className="w-44 mid:w-60 wide:order-last wide:w-full print:hidden"
      />
      <div className="min-w-0">
        <span className="badge">{badge}</span>
        <h1 className="mt-3 mb-4 text-[clamp(1.75rem,4vw,2.5rem)] leading-[1.12] tracking-[-0.02em]">
          {title}
        </h1>
        <p className="max-w-[34em] text-[1.0625rem] text-ink-2 leading-[1.55]">{lede}</p>
        {hints.length > 0 ? <HintList hints={hints} /> : null}
        <div className="mt-7 flex flex-wrap gap-2">{actions}</div>
      </div>
    </main>
  );
}

/** A host, path or id inside a sentence. */
export function Literal({ children }: { children: ReactNode }) {
  return (
    <span className="rounded-tag bg-sunken px-1.5 py-0.5 font-medium font-mono text-[0.9375rem] text-ink [overflow-wrap:anywhere]">
      {children}
    </span>
  );
}

function HintList({ hints }: { hints: NonNullable<LostPageProps['hints']> }) {
  return (
    <ul className="mt-6 grid max-w-[36em] gap-3.5 leading-normal">
      {hints.map(({ icon, who, what }) => (
        <li key={who} className="grid grid-cols-[1.25rem_1fr] gap-3">
          <span className="mt-[0.1875rem] text-ink-3">{icon}</span>
          <span>
            <b className="font-semibold">{who}</b> {what}
          </span>
        </li>
      ))}
    </ul>
  );
}
