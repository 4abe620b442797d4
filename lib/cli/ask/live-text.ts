import { TextPrompt } from '@clack/core';
import { S_BAR, S_BAR_END, symbol } from '@clack/prompts';
import pc from 'picocolors';

/**
 * Asks for a line of text, and says below it, as it is typed, what is wrong with it.
 *
 * @param faultOf - what is wrong with an answer, or null; one with a fault is not taken.
 * @returns what was typed, or clack's sign for somebody who pressed Ctrl-C.
 */
export async function liveText(
  question: string,
  faultOf: (answer: string) => string | null,
): Promise<string | symbol | undefined> {
  const prompt = new TextPrompt({
    validate: (answer) => faultOf(answer ?? '') ?? undefined,
    render() {
      const head = `${pc.gray(S_BAR)}\n${symbol(this.state)}  ${question}\n`;
      const typed = this.userInput;
      if (this.state === 'submit') return `${head}${pc.gray(S_BAR)}  ${pc.dim(typed)}`;
      if (this.state === 'cancel') return `${head}${pc.gray(S_BAR)}  ${pc.strikethrough(typed)}`;
      const isEarly = typed === '' && this.state !== 'error';
      const fault = isEarly ? null : faultOf(typed);
      const tint = fault ? pc.yellow : pc.cyan;
      const foot = fault ? `${tint(S_BAR_END)}  ${tint(fault)}` : tint(S_BAR_END);
      return `${head}${tint(S_BAR)}  ${this.userInputWithCursor}\n${foot}\n`;
    },
  });
  return prompt.prompt();
}
