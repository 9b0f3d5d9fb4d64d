const WORD = /"([^"]*)"|'([^']*)'|(\S+)/gu;

/** A program and its arguments, without a shell: words apart by spaces, those with spaces inside in quotes. */
export function commandWords(command: string): readonly string[] {
  return [...command.matchAll(WORD)].map(([, double, single, bare]) => double ?? single ?? bare ?? "");
}
