/** Jobs of one lane run in order, lanes run side by side: a slow answer in one chat holds up no other. */
export function createLanes(onError: (error: unknown) => void) {
  const tails = new Map<string, Promise<void>>();
  return {
    push(lane: string, job: () => Promise<void>): void {
      const tail = (tails.get(lane) ?? Promise.resolve())
        .then(job)
        .catch(onError)
        .then(() => {
          if (tails.get(lane) === tail) tails.delete(lane);
        });
      tails.set(lane, tail);
    },

    /** Resolves when all that was pushed has run, or after `mostMs`. */
    async idle(mostMs: number): Promise<void> {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, mostMs);
      });
      await Promise.race([late, Promise.all(tails.values())]);
      clearTimeout(timer);
    },
  };
}
