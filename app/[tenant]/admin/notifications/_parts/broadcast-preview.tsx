import { BroadcastCard } from './broadcast-card';
import type { Draft } from './draft';

/** What people will see in the app. It follows what is typed, so it needs scripts. */
export function BroadcastPreview({ draft }: { draft: Pick<Draft, 'title' | 'body' | 'href'> }) {
  const { title, body, href } = draft;
  return (
    <section className="panel script-only" aria-labelledby="preview-title">
      <div className="panel-head">
        <h2 id="preview-title">Preview</h2>
        <span className="count">In the app</span>
      </div>
      <div className="preview-ground">
        <BroadcastCard title={title.trim()} body={body.trim()} href={href.trim()} when="now" />
      </div>
    </section>
  );
}
