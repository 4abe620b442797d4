import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textResponse } from '../../api/text-response';
import { AppError } from '../../errors';
import { docsScript } from './docs-script';
import { docsStyle } from './docs-style';

const script = 'text/javascript; charset=utf-8';
const style = 'text/css; charset=utf-8';

/** Everything the page loads. Of swagger-ui-dist's files these two alone are served. */
const files: Record<string, { type: string; text: () => Promise<string> | string }> = {
  'start.js': { type: script, text: () => docsScript },
  'page.css': { type: style, text: () => docsStyle },
  'swagger-ui.css': { type: style, text: () => packaged('swagger-ui.css') },
  'swagger-ui-bundle.js': { type: script, text: () => packaged('swagger-ui-bundle.js') },
};

/**
 * Answers with a file of the page that shows the API.
 *
 * @throws AppError not_found for any other name.
 */
export async function docsFileAnswer(request: Request, name: string): Promise<Response> {
  const file = Object.hasOwn(files, name) ? files[name] : undefined;
  if (!file) throw new AppError('not_found', 'There is no such file.');
  return textResponse(request, await file.text(), file.type);
}

const kept = new Map<string, Promise<string>>();

/** Read once: the files are as old as the installation. */
function packaged(name: 'swagger-ui.css' | 'swagger-ui-bundle.js'): Promise<string> {
  const known = kept.get(name);
  if (known) return known;
  const text = readFile(join(process.cwd(), 'node_modules', 'swagger-ui-dist', name), 'utf8');
  kept.set(name, text);
  text.catch(() => kept.delete(name));
  return text;
}
