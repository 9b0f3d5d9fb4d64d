import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";

const COOKIE = "bot766_chat";
const SECRET = /^[0-9a-f]{32}$/;
const YEAR_S = 365 * 24 * 3600;

/** The secret by which a browser's chat is known. */
export function knownSecret(c: Context): string | undefined {
  const secret = getCookie(c, COOKIE);
  return secret !== undefined && SECRET.test(secret) ? secret : undefined;
}

/** The same; a browser that has none is given one. */
export function rememberedSecret(c: Context): string {
  const known = knownSecret(c);
  if (known) return known;
  const secret = randomBytes(16).toString("hex");
  setCookie(c, COOKIE, secret, { httpOnly: true, sameSite: "Strict", path: "/", maxAge: YEAR_S });
  return secret;
}
