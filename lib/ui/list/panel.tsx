import type { ReactNode } from 'react';

/** A part of a page with lines round it. `flush` is for lists that bring their own edges. */
export function Panel({ title, count, act, foot, flush, level = 2, children }: PanelProps) {
  const Head = `h${level}` as const;
  return (
    <section className="panel">
      {title ? (
        <div className="panel-head">
          <Head>{title}</Head>
          {count ? <span className="count">{count}</span> : null}
          {act ? <div className="panel-act">{act}</div> : null}
        </div>
      ) : null}
      {flush ? children : <div className="panel-body">{children}</div>}
      {foot ? <div className="panel-foot">{foot}</div> : null}
    </section>
  );
}

interface PanelProps {
  title?: string;
  count?: string;
  act?: ReactNode;
  foot?: ReactNode;
  flush?: boolean;
  level?: 2 | 3;
  children: ReactNode;
}
