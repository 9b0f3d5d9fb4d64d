import { createOriginals, type Originals } from "#services/originals/originals.ts";

interface Log {
  warn(facts: object, message: string): void;
}

/** Keeps papers in a folder, null = nowhere; what the disk does not do is noted. */
export function openOriginals(folder: string | null, log: Log): Originals {
  const onFault = (err: unknown): void => log.warn({ err, folder }, "an original paper could not be kept");
  return createOriginals({ folder, onFault });
}
