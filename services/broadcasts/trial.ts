const TRIAL = "test/";

/** The cause of a delivery by which one chat sees a broadcast before it goes to all. */
export function trialOf(broadcast: string, at: Date): string {
  return `${TRIAL}${broadcast}/${at.getTime()}`;
}

export function isTrial(cause: string): boolean {
  return cause.startsWith(TRIAL);
}
