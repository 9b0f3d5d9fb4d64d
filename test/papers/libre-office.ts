import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { fontPaths } from "#services/papers/pdf/fonts.ts";

const run = promisify(execFile);
const MOST_OUTPUT = 64 * 2 ** 20;

/** Semicolons, quotes, UTF-8, from the first line on. */
const CSV = "--infilter=CSV:59,34,76,1";

/**
 * PDFs of office files, by the files' names; one that LibreOffice does not open, or opens with an error, has none. Started
 * once a kind of file, with settings of its own.
 */
export async function toPdf(paths: readonly string[], folder: string): Promise<ReadonlyMap<string, string>> {
  const profile = await mkdtemp(join(tmpdir(), "libre-office-"));
  await mkdir(folder, { recursive: true });
  try {
    const isCsv = (path: string): boolean => extname(path) === ".csv";
    await convert(
      paths.filter((path) => !isCsv(path)),
      [],
      { folder, profile },
    );
    await convert(paths.filter(isCsv), [CSV], { folder, profile });
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
  const made = new Set(await readdir(folder));
  return new Map(
    paths.flatMap((path) => {
      const pdf = `${basename(path, extname(path))}.pdf`;
      return made.has(pdf) ? [[path, join(folder, pdf)] as const] : [];
    }),
  );
}

async function convert(
  paths: readonly string[],
  options: readonly string[],
  { folder, profile }: { readonly folder: string; readonly profile: string },
): Promise<void> {
  if (paths.length === 0) return;
  const own = `-env:UserInstallation=${pathToFileURL(profile)}`;
  const { stderr } = await run(
    "env",
    [
      `FONTCONFIG_FILE=${await fontSettings(profile)}`,
      "soffice",
      own,
      "--headless",
      ...options,
      "--convert-to",
      "pdf",
      "--outdir",
      folder,
      ...paths,
    ],
    { maxBuffer: MOST_OUTPUT },
  );
  const faults = stderr.split("\n").filter((line) => /error|exception|could not/iu.test(line));
  if (faults.length > 0) throw new Error(faults.join("\n"));
}

/** One font alone, as wide as Times New Roman and with all marks of Vietnamese, stands in for it on every machine. */
async function fontSettings(profile: string): Promise<string> {
  const folders = [...new Set(Object.values(fontPaths()).map(dirname))];
  const content = `${folders.map((folder) => `<dir>${folder}</dir>`).join("")}<cachedir>${profile}</cachedir>`;
  const path = join(profile, "fonts.conf");
  await writeFile(path, `<?xml version="1.0"?><fontconfig>${content}</fontconfig>`);
  return path;
}

/** The words of a PDF, as a reader copies them. */
export async function wordsOf(pdf: string): Promise<readonly string[]> {
  const { stdout } = await run("pdftotext", ["-raw", pdf, "-"], { maxBuffer: MOST_OUTPUT });
  return stdout.split(/\s+/u).filter((word) => word !== "");
}

/** A picture for each of the first pages, and how many pages there are. */
export async function picturesOf(
  pdf: string,
  folder: string,
  most: number,
): Promise<{ readonly pages: number; readonly pictures: readonly string[] }> {
  const name = basename(pdf, ".pdf");
  await run("pdftoppm", ["-png", "-r", "60", "-l", String(most), pdf, join(folder, name)]);
  const { stdout } = await run("pdfinfo", [pdf]);
  const pages = Number(/^Pages:\s+(\d+)/mu.exec(stdout)?.[1] ?? 0);
  const pictures = (await readdir(folder)).filter(
    (file) => file.startsWith(`${name}-`) && /^\d+\.png$/u.test(file.slice(name.length + 1)),
  );
  return { pages, pictures: pictures.sort() };
}
