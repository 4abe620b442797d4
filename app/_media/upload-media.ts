'use client';

import type { MediaJson } from '@/lib/media/media-json';

interface UploadOptions {
  /** What addresses of the site begin with; see useBasePath. */
  basePath?: string;
  alt?: string;
  /** Told how much has been sent, 0 to 1. At 1 the picture is still being drawn. */
  onProgress?: (part: number) => void;
  signal?: AbortSignal;
}

/**
 * Sends one file to the library of the site.
 *
 * @throws Error whose message says to whoever uploads what is wrong; DOMException AbortError.
 */
export function uploadMedia(file: File, options: UploadOptions = {}): Promise<MediaJson> {
  const { basePath = '', alt, onProgress, signal } = options;
  const form = new FormData();
  form.set('file', file);
  if (alt) form.set('alt', alt);
  return new Promise((resolve, reject) => {
    // fetch() tells nothing of what has been sent.
    const request = new XMLHttpRequest();
    const aborted = () => reject(new DOMException('The upload was stopped.', 'AbortError'));
    if (signal?.aborted) return aborted();
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.open('POST', `${basePath}/api/media`);
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) onProgress?.(loaded / total);
    });
    request.addEventListener('load', () => {
      if (request.status < 300 && request.response) resolve(request.response as MediaJson);
      else reject(new Error(refusalOf(request)));
    });
    request.addEventListener('abort', aborted);
    request.addEventListener('error', () =>
      reject(new Error('The upload broke off. Look whether you are online, then try again.')),
    );
    request.send(form);
  });
}

function refusalOf({ status, response }: XMLHttpRequest): string {
  const detail = (response as { detail?: unknown } | null)?.detail;
  if (typeof detail === 'string' && status !== 404) return detail;
  if (status === 404 || status === 401) return 'You are signed out, or may not add pictures here.';
  // A proxy before the site may have a limit of its own.
  if (status === 413) return 'The file is larger than this server takes. Make it smaller first.';
  return 'The server could not take the file. Try it again shortly.';
}
