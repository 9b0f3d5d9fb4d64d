const LOOK_MS = 1_000;

/** Calls `then` once the process that started this one has ended. */
export function onceParentEnds(then: () => void): void {
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    then();
  }, LOOK_MS).unref();
}
