import { redactText } from './redact-text';

const secondsBetween = 3;

export interface ProgressLine {
  /** Says how far it is. */
  tell(text: string): void;
  /** Leaves the last word where it is. */
  end(): void;
}

/**
 * Shows how far long work is: one line that changes in a terminal, elsewhere a line every few
 * seconds. It goes to stderr, so that stdout is the answer alone.
 */
export function progressLine(out: NodeJS.WriteStream = process.stderr): ProgressLine {
  let [last, shown, told] = ['', '', 0];
  const write = (text: string) => {
    out.write(out.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
    [shown, told] = [text, Date.now()];
  };
  return {
    tell(text) {
      last = redactText(text);
      const isTime = out.isTTY
        ? Date.now() - told > 100
        : Date.now() - told > secondsBetween * 1000;
      if (isTime) write(last);
    },
    end() {
      if (last !== shown) write(last);
      if (out.isTTY && shown !== '') out.write('\n');
    },
  };
}
