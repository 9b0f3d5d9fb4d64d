import { setTimeout as pause } from "node:timers/promises";
import { badRequest } from "#test/support/fake-zalo/api-error.ts";
import type { FakePhoto } from "#test/support/fake-zalo/world.ts";

/** Zalo fetches from a Java program; firewalls that look at the name refuse it. */
const HEADERS = { "user-agent": "Java/17" };

interface Fetched {
  readonly method: "HEAD" | "GET";
  readonly status: number;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Looks, then fetches twice, as Zalo does before it answers `sendPhoto`. Throws where there is no picture. */
export async function fetchPhoto(url: string, delayMs: number): Promise<FakePhoto> {
  const looks = [await ask(url, "HEAD"), await ask(url, "GET"), await ask(url, "GET")];
  await pause(delayMs);
  const first = looks.find(({ method, status }) => method === "GET" && status === 200);
  if (!first?.contentType.startsWith("image/")) throw badRequest("photo cannot be fetched");
  return {
    url,
    requests: looks.map(({ method, status }) => ({ method, status })),
    contentType: first.contentType,
    bytes: first.bytes,
    isBlack: looks.some(({ method, status, bytes }) => {
      return status !== 200 || (method === "GET" && Buffer.compare(bytes, first.bytes) !== 0);
    }),
  };
}

async function ask(url: string, method: "HEAD" | "GET"): Promise<Fetched> {
  const response = await fetch(url, { method, headers: HEADERS }).catch(() => null);
  return {
    method,
    status: response?.status ?? 0,
    contentType: response?.headers.get("content-type") ?? "",
    bytes: new Uint8Array((await response?.arrayBuffer()) ?? []),
  };
}
