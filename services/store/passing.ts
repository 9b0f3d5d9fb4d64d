/** Who uses the store at this moment, and what they have heard and not answered yet: nothing that is kept. */
const PASSING = ["holders/", "journal/", "probe"];

/** Tokens that the bot renews by itself: secret, and of no use once they are renewed again. */
const SECRET = "secrets/";

/** Whether what is kept under a key is for this store alone: it goes into no backup, and a restore leaves it. */
export function staysHere(key: string): boolean {
  return key.startsWith(SECRET);
}

/** Whether a key is of no use in a backup, nor makes a store one that holds something. */
export function isPassing(key: string): boolean {
  return PASSING.some((prefix) => key.startsWith(prefix));
}
