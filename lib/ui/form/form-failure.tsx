import { Notice } from '../list/notice';

/** What went wrong as a whole; what is wrong with a field stands beside the field. */
export function FormFailure({ failure, fields, spaced }: FormFailureProps) {
  if (!failure) return null;
  const { message, errors } = failure;
  if ((fields ?? Object.keys(errors)).some((name) => errors[name])) return null;
  const notice = (
    <Notice tone="bad" role="alert">
      {message}
    </Notice>
  );
  return spaced ? <div className="mb-4">{notice}</div> : notice;
}

interface FormFailureProps {
  /** Null while nothing went wrong. */
  failure: { message?: string; errors: Record<string, string[]> } | null;
  /** The fields that say themselves what is wrong with them: every one unless named. */
  fields?: readonly string[];
  /** Keeps its distance from what follows, where the form does not. */
  spaced?: boolean;
}
