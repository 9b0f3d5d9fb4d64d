/** Body of a request as text; null when it has more than `mostBytes`, the rest then not read. */
export async function readCapped(request: Request, mostBytes: number): Promise<string | null> {
  return (await readCappedBytes(request, mostBytes))?.toString("utf8") ?? null;
}

/** The same as bytes, for what is signed. */
export async function readCappedBytes(request: Request, mostBytes: number): Promise<Buffer | null> {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) return null;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
