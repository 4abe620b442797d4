/** Sends a browser on. Its address may hold a ticket: nobody keeps it, and the next page tells nobody. */
export function seeOther(address: string): Response {
  const headers = {
    location: address,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  };
  return new Response(null, { status: 303, headers });
}
