/**
 * Reads the body of a request, as far as it may go: what is larger is not read on, whether or not it
 * has said so.
 *
 * @param most - bytes.
 * @param tooMuch - makes the error for more.
 */
export async function readBytes(
  request: Request,
  most: number,
  tooMuch: () => Error,
): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooMuch();
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > most) {
      reader?.cancel().catch(() => {});
      throw tooMuch();
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}
