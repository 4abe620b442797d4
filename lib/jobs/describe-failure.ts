import { causeOfQuery } from '../cause-of-query';
import { AppError } from '../errors';
import { PermanentFailure, ToldFailure } from './handler';
import type { Failure } from './job-store';

const longest = 500;

/** What a tenant's own people read of a failure that was not written for them. */
export const untoldWords =
  'It failed inside the platform, whose operators can see why. Its number helps them find it.';

/**
 * Says why an attempt failed: to the platform's operators everything but secrets, to the tenant's
 * own people what was written for them and nothing of the platform's insides, which may name servers
 * and others' data.
 */
export function failureOf(error: unknown): Failure {
  return {
    reason: describeFailure(error),
    words: withoutSecrets(wordsOf(error)).slice(0, longest),
  };
}

function wordsOf(error: unknown): string {
  if (error instanceof PermanentFailure) return error.words ?? untoldWords;
  if (error instanceof ToldFailure || error instanceof AppError) return error.message;
  return untoldWords;
}

/**
 * What a dead letter says about its failure. People read it in lists and in the log of the command
 * line, so addresses lose their passwords, and values after telling names go; of an error of
 * Drizzle only the cause is kept, since its own message holds the parameters.
 */
export function describeFailure(error: unknown): string {
  const told = causeOfQuery(error);
  // Words for people say less than what they stand for.
  const cause = told instanceof AppError ? causeOfQuery(told.cause) : null;
  const text = cause instanceof Error ? `${textOf(told)} ${textOf(cause)}` : textOf(told);
  return withoutSecrets(text).slice(0, longest);
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}

function withoutSecrets(text: string): string {
  return text
    .replace(/([a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:)[^\s@]+@/gi, '$1***@')
    .replace(/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 ***')
    .replace(
      /\b([\w-]*(?:passw|secret|token|api_?key|authorization)[\w-]*["']?\s*[:=]\s*)("[^"]*"|'[^']*'|\S+)/gi,
      '$1***',
    )
    .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '***');
}
