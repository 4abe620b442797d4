import { Notice } from '@/lib/ui/list/notice';

/** Says what this page is, and until when it can be opened. */
export function PreviewNotice({ until }: { until: string }) {
  return (
    <div className="mx-auto w-full max-w-6xl px-4 pt-4 mid:px-6">
      <Notice tone="info" title="Preview, not published">
        <p>
          Whoever has this address can read this page until {until}. Search engines are told to keep
          it out.
        </p>
      </Notice>
    </div>
  );
}
