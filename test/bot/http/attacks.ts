/** Ways in which somebody who does not sit at the machine asks for its pages: what their requests carry. */
export const STRANGERS: readonly (readonly [way: string, headers: Readonly<Record<string, string>>])[] = [
  ["a name that somebody gave our address (DNS rebinding)", { host: "bot.evil.example:8766" }],
  ["a name that only begins like ours", { host: "localhost.evil.example:8766" }],
  ["another address of this machine", { host: "192.168.1.5:8766" }],
  ["a proxy", { "x-forwarded-for": "203.0.113.9" }],
  ["a proxy that says so in the standard's way", { forwarded: "for=203.0.113.9" }],
  ["a tunnel", { "cf-connecting-ip": "203.0.113.9" }],
  ["a proxy's mark", { via: "1.1 proxy" }],
];

/** Pages that are not ours and post to us (CSRF): what their browsers send. */
export const FORGERS: readonly (readonly [who: string, headers: Readonly<Record<string, string>>])[] = [
  ["another page", { origin: "https://evil.example" }],
  ["another program on this machine", { origin: "http://localhost:3000" }],
  ["a page without an origin", { origin: "null" }],
];

/** What an answer must say, so that no page frames it, no cache keeps it, and its forms go nowhere else. */
export const KEPT_IN = {
  "content-security-policy": ["form-action 'self'", "frame-ancestors 'none'", "default-src 'none'"],
  "cache-control": ["no-store"],
} as const;
