import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { copyOriginals } from "#services/originals/copy-originals.ts";
import { mayBeKept } from "#services/originals/may-be-kept.ts";
import { createOriginals } from "#services/originals/originals.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const HASH = hashOf("một");
const FILES = [
  { name: "../../Báo cáo: tháng 8.docx", bytes: bytesOf("một") },
  { name: "", bytes: bytesOf("hai") },
];

let base: string;
let folder: string;
let now: Date;
const faults: unknown[] = [];
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "bot766-originals-"));
  folder = join(base, "bot766.db.originals");
  now = new Date("2026-11-21T08:00:00Z");
  faults.length = 0;
  return () => rm(base, { recursive: true });
});

const open = (place: string | null = folder) =>
  createOriginals({ folder: place, onFault: (error) => faults.push(error), clock: () => now });

it("gives a stored paper's files back as they were sent, whatever they are called, and writes nowhere else", async () => {
  const originals = open();
  await originals.hold(HASH, FILES);
  await originals.keep(HASH);
  expect(await open().of(HASH)).toEqual([
    { hash: HASH, part: 1, name: ".._.._Báo cáo_ tháng 8.docx" },
    { hash: HASH, part: 2, name: "" },
  ]);
  expect(Buffer.from((await originals.bytes({ hash: HASH, part: 2 })) ?? []).toString()).toBe("hai");
  expect(await originals.bytes({ hash: HASH, part: 3 })).toBeNull();
  expect(await readdir(base)).toEqual(["bot766.db.originals"]);
});

it("forgets what nobody confirmed after two days, and nothing that was stored", async () => {
  const [kept, given] = [hashOf("kept"), hashOf("given up")];
  const originals = open();
  for (const hash of [kept, given]) await originals.hold(hash, FILES);
  await originals.keep(kept);
  now = new Date("2026-11-23T07:00:00Z");
  await originals.sweep();
  expect(await originals.of(given)).toHaveLength(2);
  now = new Date("2026-11-23T09:00:00Z");
  await originals.sweep();
  expect(await originals.of(given)).toEqual([]);
  expect(await originals.of(kept)).toHaveLength(2);
  expect(faults).toEqual([]);
});

it("keeps nothing where it is off, and finds nothing by what is no hash", async () => {
  const off = open(null);
  await off.hold(HASH, FILES);
  await off.keep(HASH);
  expect(await off.of(HASH)).toEqual([]);
  await open().hold(HASH, FILES);
  expect(await open().of("../waiting")).toEqual([]);
});

it("tells of a disk that cannot be written, and goes on", async () => {
  await writeFile(folder, "no folder");
  await open().hold(HASH, FILES);
  expect(faults).toHaveLength(1);
});

it("copies stored papers that are missing elsewhere, and those only", async () => {
  const originals = open();
  for (const hash of [HASH, hashOf("waits")]) await originals.hold(hash, FILES);
  await originals.keep(HASH);
  const copy = join(base, "originals");
  expect(await copyOriginals(folder, copy)).toBe(1);
  expect(await copyOriginals(folder, copy)).toBe(1);
  expect(await open(copy).of(HASH)).toHaveLength(2);
  expect(await copyOriginals(join(base, "none"), copy)).toBe(1);
  expect(await copyOriginals(join(base, "none"), join(base, "nothing"))).toBe(0);
});

it("never keeps lists of dossiers, nor files with parts that nobody saw", () => {
  const hidden = { code: "hidden-sheets", facts: {} } as const;
  expect(mayBeKept({ warnings: [] })).toBe(true);
  expect(mayBeKept({ warnings: [hidden] })).toBe(false);
});
