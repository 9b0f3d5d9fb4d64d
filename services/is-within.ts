/** Whether a moment, ms since 1970, is past by less than `ms`; one in the future is a clock's fault, and holds nothing up. */
export function isWithin(ms: number, moment: number, now: number): boolean {
  return moment <= now && now - moment < ms;
}
