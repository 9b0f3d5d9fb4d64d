/** On a machine that is busy with other things a task gets its time later, but not for ever. */
const MOST_STRETCHED = 10;

/** Between two looks at the least. */
const LOOK_MS = 100;

/**
 * Calls `over` once a task had its time: `ms` by the clock, and as much of the processor. `usedMs` says how much of the
 * processor was given since the deadline began, to the task and perhaps to others with it; null = nobody knows, the
 * clock alone counts. Ends by the clock alone after ten times `ms`. Returns how to give it up.
 */
export function startDeadline(ms: number, usedMs: () => number | null, over: () => void): () => void {
  const began = performance.now();
  let timer = setTimeout(look, ms);
  function look(): void {
    const passed = performance.now() - began;
    const lacking = ms - (usedMs() ?? ms);
    const rest = Math.min(Math.max(lacking, LOOK_MS), ms * MOST_STRETCHED - passed);
    if (lacking <= 0 || rest <= 0) over();
    else timer = setTimeout(look, rest);
  }
  return () => clearTimeout(timer);
}

/** How much of the processor this program was given since now, all threads together. */
export function ownTime(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
}
