import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const LAYERS = ["bot", "commands", "services", "locales"];

/** What comes in is cleaned by `clean`; these compare or draw single letters of what is clean. */
const MAY_NORMALIZE = [
  "services/text/clean.ts",
  "services/text/fold.ts",
  "services/text/look-alikes.ts",
  "services/text/tones.ts",
  "services/charts/layout/typeface.ts",
];

/** Part of the door: text in alphabets older than Unicode becomes Unicode there. */
const OLD_ALPHABETS = "services/text/legacy/";

const NORMALIZES = /\.normalize\(\s*["'`]?NF/u;
/** Written out or as themselves: spaces and characters that `clean` leaves nowhere. */
const ODD_CHARACTER =
  /\\u(?:00a0|00ad|180e|200[0-9a-f]|202[0-9a-f]|205f|206[0-9a-f]|2800|3000|feff)|[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\ufeff]/iu;
/** Bytes from outside become text in one place, which knows UTF-16 and byte order marks. */
const DECODES = /new TextDecoder\(/u;
/** The door's own, and formats that name their encoding themselves: their words go through the door afterwards. */
const MAY_DECODE = [
  "services/text/decode-text.ts",
  "services/documents/readers/html/html.ts",
  "services/documents/readers/doc/pieces.ts",
];

async function sources(): Promise<readonly { readonly file: string; readonly code: string }[]> {
  const found = await Promise.all(
    LAYERS.map(async (layer) => {
      const files = await readdir(join(root, layer), { recursive: true });
      return files
        .filter((file) => file.endsWith(".ts"))
        .map((file) => `${layer}/${file.replaceAll("\\", "/")}`);
    }),
  );
  return Promise.all(
    found.flat().map(async (file) => ({ file, code: await readFile(join(root, file), "utf8") })),
  );
}

test("only the door knows Unicode forms, odd spaces and unseen characters", async () => {
  const all = await sources();
  expect(all.length).toBeGreaterThan(400);
  const breaking = (pattern: RegExp, allowed: readonly string[]) =>
    all
      .filter(({ file }) => !allowed.includes(file) && !file.startsWith(OLD_ALPHABETS))
      .filter(({ code }) => pattern.test(code))
      .map(({ file }) => file);

  expect(breaking(NORMALIZES, MAY_NORMALIZE), "Unicode forms: services/text/clean.ts, fold.ts").toEqual([]);
  expect(breaking(ODD_CHARACTER, ["services/text/clean.ts"]), "odd spaces: clean() took them out").toEqual(
    [],
  );
  expect(breaking(DECODES, MAY_DECODE), "bytes to text: services/text/decode-text.ts").toEqual([]);
});

test("each channel's messages are cleaned before anything reads them", async () => {
  const starting = (await sources()).filter(({ code }) => /channel\.start\(/u.test(code));
  expect(starting.map(({ file }) => file)).toEqual(["bot/wiring/app.ts"]);
  expect(starting[0]?.code).toContain(
    "channel.start((inbound) => respond(channel, cleaned(inbound), answering))",
  );
});
