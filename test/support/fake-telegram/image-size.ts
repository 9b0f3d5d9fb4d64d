export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Reads the header of a PNG or JPEG; null for anything else. */
export function imageSize(bytes: Uint8Array): ImageSize | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length > 24 && view.subarray(1, 4).toString("latin1") === "PNG") {
    return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
  }
  return view.length > 4 && view.readUInt16BE(0) === 0xffd8 ? jpegSize(view) : null;
}

function jpegSize(view: Buffer): ImageSize | null {
  let at = 2;
  while (at + 9 < view.length && view[at] === 0xff) {
    const marker = view[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.readUInt16BE(at + 5), width: view.readUInt16BE(at + 7) };
    at += 2 + view.readUInt16BE(at + 2);
  }
  return null;
}
