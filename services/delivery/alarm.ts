/** One timer for the earliest of many moments; it does not keep the program alive. */
export function createAlarm(clock: () => Date, ring: () => void) {
  let next = Number.POSITIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  function stop(): void {
    clearTimeout(timer);
    next = Number.POSITIVE_INFINITY;
  }

  return {
    stop,
    /** Ms since 1970. */
    at(moment: number): void {
      if (moment >= next) return;
      stop();
      next = moment;
      const inMs = Math.min(Math.max(0, moment - clock().getTime()), LONGEST_MS);
      timer = setTimeout(() => {
        next = Number.POSITIVE_INFINITY;
        ring();
      }, Math.ceil(inMs)).unref();
    },
  };
}

/** A timer cannot be longer: whoever is woken early looks and sleeps again. */
const LONGEST_MS = 2 ** 31 - 1;
