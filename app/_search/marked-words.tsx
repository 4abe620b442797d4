import { markedParts } from './marked-parts';

/** A highlighted text, with marks around what was searched for. */
export function MarkedWords({ html }: { html: string }) {
  return markedParts(html).map(({ text, isMarked }, at) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, which stay where they are
    return isMarked ? <mark key={at}>{text}</mark> : text;
  });
}
