import { existsSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createVirusScanner } from "#bot/wiring/virus-scanner.ts";
import { createReading } from "#services/documents/create-reading.ts";
import { NOTHING_ADDED } from "#test/services/documents/reading.ts";
import { createLog } from "#test/support/log.ts";

const folder = await mkdtemp(join(tmpdir(), "scanner-"));
afterAll(() => rm(folder, { recursive: true }));

const FILE = new TextEncoder().encode("Đơn vị;Điểm\nxã Thủ Sỹ;89,63");

/** A program of its own, as an office's scanner is. */
async function program(name: string, script: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

const scanned = (command: readonly string[], limitMs?: number): Promise<string> =>
  createVirusScanner({ command, log: createLog(), ...(limitMs ? { limitMs } : {}) })(FILE).then(
    () => "passed",
    (error: { code?: string }) => error.code ?? "other",
  );

describe("a virus scanner", () => {
  it("gets what was received as a file whose path comes last, and on its standard input", async () => {
    const told = join(folder, "told");
    const copying = await program(
      "copying",
      `cp "$2" ${told}.path && cat > ${told}.input && echo "$1 $2" > ${told}`,
    );
    expect(await scanned([copying, "--no-summary"])).toBe("passed");
    expect(new Uint8Array(await readFile(`${told}.path`))).toEqual(FILE);
    expect(new Uint8Array(await readFile(`${told}.input`))).toEqual(FILE);
    const [option, path = ""] = (await readFile(told, "utf8")).trim().split(" ");
    expect(option).toBe("--no-summary");
    expect(existsSync(path), "it is deleted").toBe(false);
  });

  it("refuses by any other end: another exit code, no such program, a signal, too long a time", async () => {
    const [one, two] = [await program("one", "exit 1"), await program("two", "exit 2")];
    const killed = await program("killed", "kill -9 $$");
    const slow = await program("slow", "exec sleep 600");
    expect(await scanned([one])).toBe("not-clean");
    expect(await scanned([two])).toBe("not-clean");
    expect(await scanned([killed])).toBe("not-clean");
    expect(await scanned([join(folder, "nothing-there")])).toBe("not-clean");
    expect(await scanned([slow], 100)).toBe("not-clean");
  });

  it("tells the operator how it ended, without the file's words", async () => {
    const log = createLog();
    const command = [await program("three", "exit 3")];
    await createVirusScanner({ command, log })(FILE).catch(() => undefined);
    expect(log.messages("warn")).toEqual(["The virus scanner did not pass a file"]);
    expect(log.everything()).toContain("exit 3");
    expect(log.everything()).not.toContain("Thủ Sỹ");
  });

  it("sees files before they are read, and nothing of what is pasted", async () => {
    const seen: number[] = [];
    const scan = async ({ length }: Uint8Array) => {
      seen.push(length);
    };
    const reading = createReading({ scan });
    await reading.read({ name: "a.csv", bytes: FILE }, NOTHING_ADDED);
    await reading.read({ name: "", bytes: FILE }, NOTHING_ADDED);
    expect(seen).toEqual([FILE.length]);
    await reading.close();
  });
});
