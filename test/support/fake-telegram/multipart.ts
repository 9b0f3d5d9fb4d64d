export interface FormPart {
  readonly name: string;
  /** Null for a plain field. */
  readonly filename: string | null;
  readonly bytes: Buffer;
}

/** Reads a multipart/form-data body as Telegram does, leniently: spaces and quotes in its headers are optional. */
export function readMultipart(body: Buffer, contentType: string): readonly FormPart[] {
  const boundary = /boundary=("?)([^";]+)\1/.exec(contentType)?.[2];
  if (!boundary) throw new Error("a form without a boundary");
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const whole = Buffer.concat([Buffer.from("\r\n"), body]);
  const parts: FormPart[] = [];
  let start = whole.indexOf(delimiter);
  while (start !== -1) {
    const from = start + delimiter.length;
    const end = whole.indexOf(delimiter, from);
    if (end === -1) return parts;
    parts.push(readPart(whole.subarray(from + 2, end)));
    start = end;
  }
  return parts;
}

function readPart(part: Buffer): FormPart {
  const headerEnd = part.indexOf("\r\n\r\n");
  const headers = part.subarray(0, headerEnd).toString("utf8");
  return {
    name: attribute(headers, "name") ?? "",
    filename: attribute(headers, "filename"),
    bytes: part.subarray(headerEnd + 4),
  };
}

function attribute(headers: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\r\\n]*))`, "i").exec(headers);
  return match ? (match[1] ?? match[2] ?? "") : null;
}
