/** Answers with JSON that is for one connection of one person: nobody keeps it. */
export function realtimeAnswer(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
