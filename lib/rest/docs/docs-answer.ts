import { textResponse } from '../../api/text-response';
import { docsPage } from './docs-page';

/**
 * Answers with the page that shows the API and lets people try it (S1.7). All of it comes from here:
 * no other host is asked, and no script stands in the page.
 */
export async function docsAnswer(request: Request, title: string): Promise<Response> {
  return textResponse(request, docsPage(title), 'text/html; charset=utf-8');
}
