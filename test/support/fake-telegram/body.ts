import type { IncomingMessage } from "node:http";
import { readMultipart } from "#test/support/fake-telegram/multipart.ts";

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A call's parameters; nested objects are parsed, uploads stand where `attach://` named them. */
export type Payload = Readonly<Record<string, unknown>>;

export async function readPayload(request: IncomingMessage): Promise<Payload> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  if (body.length === 0) return {};
  if (type.startsWith("application/json")) return JSON.parse(body.toString("utf8")) as Payload;
  return readForm(body, type);
}

function readForm(body: Buffer, type: string): Payload {
  const parts = readMultipart(body, type);
  const uploads = new Map<string, Upload>();
  for (const { name, filename, bytes } of parts) {
    if (filename !== null) uploads.set(name, { name: filename, bytes });
  }
  const said = parts
    .filter((part) => part.filename === null)
    .map(({ name, bytes }) => [name, bytes.toString("utf8")] as const);
  const fields = said.map(([name, value]) => [name, attach(parseField(name, value), uploads)]);
  const isAttached = (upload: string) => said.some(([, value]) => value.includes(`attach://${upload}`));
  const unattached = [...uploads].filter(([upload]) => !isAttached(upload));
  return { ...Object.fromEntries(unattached), ...Object.fromEntries(fields) };
}

/** Objects, lists, numbers and booleans come as JSON; all else is text. */
function parseField(name: string, value: string): unknown {
  if (name === "text" || name === "caption") return value;
  if (!/^([[{]|-?\d+$|true$|false$)/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function attach(value: unknown, uploads: ReadonlyMap<string, Upload>): unknown {
  if (typeof value === "string" && value.startsWith("attach://")) {
    return uploads.get(value.slice("attach://".length)) ?? value;
  }
  if (Array.isArray(value)) return value.map((item) => attach(item, uploads));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, attach(inner, uploads)]));
}

export function isUpload(value: unknown): value is Upload {
  return typeof value === "object" && value !== null && "bytes" in value && value.bytes instanceof Uint8Array;
}
