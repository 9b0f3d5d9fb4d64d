import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Worker } from "tesseract.js";
import { portableGreymap } from "#services/documents/readers/pictures/engines/portable-greymap.ts";
import { legacyPart } from "#services/documents/readers/pictures/engines/trained-data.ts";
import type { Picture, PixelBox } from "#services/documents/readers/pictures/pixels/picture.ts";

/** How letters lie in a picture: one line, or several under each other. */
export type Layout = "line" | "block";

/** A word with its place in the picture it was read from. */
export interface PlacedWord {
  readonly text: string;
  readonly box: PixelBox;
}

/** Reads pictures of letters. */
export interface Engine {
  /** Its text; "" where it sees none. */
  read(picture: Picture, layout: Layout): Promise<string>;
  /** The words of each line. */
  readLines(picture: Picture, layout: Layout): Promise<readonly (readonly PlacedWord[])[]>;
}

/**
 * `figures` and `shapes` read figures by two methods that err in different places: a network trained on whole lines, and
 * the older one that compares the shape of each sign. `letters` reads Vietnamese, but takes 8 for 6.
 */
export interface Engines {
  readonly figures: Engine;
  readonly shapes: Engine;
  readonly letters: Engine;
  close(): Promise<void>;
}

interface EngineOptions {
  readonly language: "eng" | "vie";
  /** Folder of the language's package. */
  readonly folder: "4.0.0" | "4.0.0_best_int";
  readonly method: "network" | "shapes";
  readonly signs?: string;
}

const SIGNS_OF_FIGURES = "0123456789,.-%/";
const NETWORK = 1;
const SHAPES = 0;
const MODES: Readonly<Record<Layout, string>> = { block: "6", line: "7" };
/** What the engines are told; pictures are brought to that scale. */
const DOTS_PER_INCH = 300;
/** The memory of WebAssembly grows and never shrinks. */
const READ_BEFORE_RENEWAL = 3_000;

/** Engines are started when they are first asked for; whoever opens them closes them. */
export function openEngines(): Engines {
  const figures = createEngine({
    language: "eng",
    folder: "4.0.0_best_int",
    method: "network",
    signs: SIGNS_OF_FIGURES,
  });
  const shapes = createEngine({
    language: "eng",
    folder: "4.0.0",
    method: "shapes",
    signs: SIGNS_OF_FIGURES,
  });
  const letters = createEngine({ language: "vie", folder: "4.0.0_best_int", method: "network" });
  return {
    figures,
    shapes,
    letters,
    async close() {
      await Promise.all([figures.close(), shapes.close(), letters.close()]);
    },
  };
}

function createEngine(options: EngineOptions) {
  let worker: Promise<Worker> | undefined;
  let layoutSet: Layout | undefined;
  let count = 0;

  async function close(): Promise<void> {
    const ending = worker;
    worker = undefined;
    layoutSet = undefined;
    count = 0;
    await (await ending)?.terminate();
  }

  async function recognized(picture: Picture, layout: Layout, output: { text: true; blocks?: true }) {
    if (count >= READ_BEFORE_RENEWAL) await close();
    worker ??= startWorker(options);
    count += 1;
    const reader = await worker;
    if (layoutSet !== layout) await reader.setParameters({ tessedit_pageseg_mode: MODES[layout] as never });
    layoutSet = layout;
    return reader.recognize(portableGreymap(picture), {}, output);
  }

  return {
    close,

    async read(picture: Picture, layout: Layout): Promise<string> {
      const { data } = await recognized(picture, layout, { text: true });
      return data.text.trim();
    },

    async readLines(picture: Picture, layout: Layout): Promise<readonly (readonly PlacedWord[])[]> {
      const { data } = await recognized(picture, layout, { text: true, blocks: true });
      const lines = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines));
      return lines.map(({ words }) =>
        words.map(({ text, bbox: { x0, y0, x1, y1 } }) => ({
          text,
          box: { left: x0, top: y0, right: x1, bottom: y1 },
        })),
      );
    },
  };
}

/** Nothing is fetched and nothing is kept: the data lie in packages. */
async function startWorker({ language, folder, method, signs }: EngineOptions): Promise<Worker> {
  const { createWorker } = await import("tesseract.js");
  const langPath = join(folderOf(language), folder);
  const mode = method === "shapes" ? SHAPES : NETWORK;
  const worker = await createWorker(language, mode, {
    langPath,
    cacheMethod: "none",
    errorHandler: () => undefined,
  });
  if (method === "shapes") {
    const packed = await readFile(join(langPath, `${language}.traineddata.gz`));
    const data = legacyPart(await promisify(gunzip)(packed));
    await worker.FS("writeFile", [`./${language}.traineddata`, data]);
    await worker.reinitialize(language, mode);
  }
  await worker.setParameters({
    user_defined_dpi: String(DOTS_PER_INCH),
    ...(signs === undefined ? {} : { tessedit_char_whitelist: signs }),
    // What it learned of one cell would change how it reads the next.
    ...(method === "shapes" ? ({ classify_enable_learning: "0" } as object) : {}),
  });
  return worker;
}

function folderOf(language: string): string {
  return dirname(createRequire(import.meta.url).resolve(`@tesseract.js-data/${language}/package.json`));
}
