import { longestBody, longestTitle } from '@/lib/notifications/sending/broadcast-limits';
import { TextArea } from '@/lib/ui/form/text-area';
import { TextInput } from '@/lib/ui/form/text-input';
import type { Draft } from './draft';

/** What it says, with how much of the room is taken. */
export function MessageFields({ draft, start, errorOf }: MessageProps) {
  return (
    <>
      <TextInput
        name="title"
        label="Title"
        autoComplete="off"
        maxLength={longestTitle}
        defaultValue={start.title}
        error={errorOf('title')}
        aside={<Counter count={draft.title.length} most={longestTitle} />}
      />
      <TextArea
        name="body"
        label="Message"
        rows={4}
        maxLength={longestBody}
        defaultValue={start.body}
        error={errorOf('body')}
        aside={<Counter count={draft.body.length} most={longestBody} />}
      />
      <TextInput
        name="href"
        label="Link"
        optional
        autoComplete="off"
        spellCheck={false}
        placeholder="/blog/hello"
        help="Where it leads on this site."
        defaultValue={start.href}
        error={errorOf('href')}
      />
    </>
  );
}

interface MessageProps {
  draft: Draft;
  /** What the fields begin with. */
  start: Draft;
  errorOf: (name: string) => string | undefined;
}

function Counter({ count, most }: { count: number; most: number }) {
  return (
    <span className="count script-only">
      {count} of {most}
    </span>
  );
}
