import type { z } from 'zod';
import { AppError, type ErrorCode, InvalidInput } from '../errors';
import { type FailedRequest, problemOf } from './error-response';
import type { FormValues } from './form-object';

/** What a form's action gives back, for useActionState. Plain data. */
export type ActionState<R = unknown> = { ok: true; result: R } | ActionFailure;

export interface ActionFailure {
  ok: false;
  /** What to say above the form. */
  message?: string;
  /** Field name to what is wrong with it. */
  errors: Record<string, string[]>;
  /** What was typed, to be shown again; nothing secret. */
  values: FormValues;
  code: ErrorCode;
}

/**
 * A Server Action for a form, alone or with useActionState.
 * Alone, its failures are shown by the nearest error page: what people type needs a state.
 */
export interface FormAction<R> {
  (form: FormData): Promise<void>;
  (state: ActionState | null, form: FormData): Promise<ActionState<R>>;
}

/** Turns zod's issues into an expected failure. */
export function invalidInput(error: z.ZodError): InvalidInput {
  const fields: Record<string, string[]> = {};
  for (const { path, message } of error.issues) {
    const name = path.map(String).join('.');
    const texts = Object.hasOwn(fields, name) ? (fields[name] ?? []) : [];
    Object.defineProperty(fields, name, {
      value: [...texts, message],
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return new InvalidInput(fields);
}

/** Turns whatever was thrown into a state; what was not expected is logged and masked. */
export function failureState(
  error: unknown,
  values: FormValues,
  request: FailedRequest,
): ActionFailure {
  const errors = error instanceof InvalidInput ? error.fields : {};
  const { detail, status } = problemOf(error, request);
  const message = status === 500 ? `${detail} Reference: ${request.requestId}` : detail;
  const code = error instanceof AppError ? error.code : status === 503 ? 'unavailable' : 'internal';
  return { ok: false, message, errors, values, code };
}
