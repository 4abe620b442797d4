import { redirect, unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { withoutBasePath } from '../base-path';
import { AppError } from '../errors';
import { type ActionState, failureState, invalidInput } from './action-state';
import { type FormValues, formObject, shownValues } from './form-object';
import { loginAddress } from './login-address';
import { type RequestFacts, requestFacts } from './request-facts';
import { requireSameOrigin } from './same-origin';

/**
 * What every action has in common: where it comes from, and how it ends. Who sends a second value
 * beside the form, a state or anything else, is answered; who sends the form alone is not.
 */
export async function answerAction<R>(
  given: unknown[],
  work: (facts: RequestFacts, values: FormValues) => Promise<R>,
): Promise<ActionState<R>> {
  const facts = await requestFacts();
  const at = given.findLastIndex((one) => one instanceof FormData);
  let values: FormValues = {};
  try {
    requireSameOrigin(facts.headers);
    if (at < 0) throw new AppError('bad_input', 'A form was expected.');
    values = formObject(given[at] as FormData);
    return { ok: true, result: await work(facts, values) };
  } catch (error) {
    // Redirects and 404s travel as exceptions.
    unstable_rethrow(error);
    if (given.length < 2) throwPlain(error, facts);
    const { requestId, tenantName: tenant } = facts;
    const request = { requestId, path: 'action', tenant: tenant ?? undefined };
    return failureState(error, shownValues(values), request);
  }
}

/** Without a state there is no place to say it: to the login page, or to the error page. */
function throwPlain(error: unknown, { headers, basePath }: RequestFacts): never {
  if (error instanceof AppError && error.code === 'not_signed_in') {
    const from = pathOf(headers.get('referer'));
    redirect(basePath + loginAddress(withoutBasePath(from, basePath)));
  }
  throw error;
}

function pathOf(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  return pathname + search;
}

/** Checks a form's values; refinements may ask the database. @throws InvalidInput */
export async function parseInput<S extends z.ZodType>(
  schema: S,
  values: unknown,
): Promise<z.output<S>> {
  const parsed = await schema.safeParseAsync(values);
  if (!parsed.success) throw invalidInput(parsed.error);
  return parsed.data;
}

/** Nobody is signed in where an action needs somebody. What was typed stays in the form. */
export function signedOut(): AppError {
  return new AppError(
    'not_signed_in',
    'You are signed out. Sign in again in another tab, then send this once more.',
  );
}
