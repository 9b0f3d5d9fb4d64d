/** Processor time that some work takes, in ms: unlike the clock's, a busy machine hardly adds to it. */
export async function cpuMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
