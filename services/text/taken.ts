/** A part of a text, in UTF-16 units. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Which stretches of a text are taken; asking and taking cost as much as the stretch is long, however many there are. */
export function createTaken(length: number) {
  const taken = new Uint8Array(length);
  return {
    isFree: ({ start, end }: Stretch): boolean => !taken.subarray(start, end).includes(1),

    take({ start, end }: Stretch): void {
      taken.fill(1, start, end);
    },
  };
}

/** The stretches, best first, of which none lies over a better one. */
export function apart<T extends Stretch>(bestFirst: readonly T[], length: number): T[] {
  const taken = createTaken(length);
  return bestFirst.filter((stretch) => {
    if (!taken.isFree(stretch)) return false;
    taken.take(stretch);
    return true;
  });
}
