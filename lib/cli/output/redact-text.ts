const hidden = '[redacted]';

/** Passwords in addresses; what follows a telling name; tokens of the API. */
const secrets: [RegExp, string][] = [
  [/([a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s/]+@/gi, `$1:${hidden}@`],
  [
    /((?<!--[\w-]*)(?:passw(?:or)?d|secret|api[_-]?key|private[_-]?key|credential|token)["']?\s*[=:]\s*["']?)[^\s"',;&}]+/gi,
    `$1${hidden}`,
  ],
  [/\b(Bearer\s+)[\w.~+/-]{8,}=*/gi, `$1${hidden}`],
];

/** Takes out what looks like a secret: whatever the command line shows may be kept or passed on (N5). */
export function redactText(text: string): string {
  return secrets.reduce((shown, [pattern, instead]) => shown.replace(pattern, instead), text);
}
