/** Where reports of Zalo disagree, or it changed its ways: a test may have it either way. */
export interface Manners {
  /** A refusal's code is the HTTP status too, or comes under HTTP 200. */
  refusals: "http" | "200";
  /** What is posted to a webhook: the event alone, as seen; or in an envelope, as documented. */
  posts: "flat" | "wrapped";
  /** A poll is answered with one update, or with a list of one. */
  polls: "one" | "list";
  /** What was fetched is gone, or is answered again and again. */
  fetched: "gone" | "kept";
  dates: "milliseconds" | "seconds";
  /** How long an empty poll is held open, in ms. */
  pollMs: number;
  /** How long it takes to fetch a picture, beyond the requests themselves. */
  photoMs: number;
  /** Tests of the webhook left today. */
  tests: number;
}

export function usualManners(): Manners {
  return {
    refusals: "http",
    posts: "flat",
    polls: "one",
    fetched: "gone",
    dates: "milliseconds",
    pollMs: 100,
    photoMs: 0,
    tests: 5,
  };
}
