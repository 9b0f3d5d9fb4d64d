// npm run check:papers [folder]: writes every file the bot writes, over few units and many, has LibreOffice open each of
// them, and puts pictures of their pages on one page, index.html, to be looked at. Exits with 1 when a file is not opened
// or shows less than it holds. Wants soffice, pdftoppm, pdftotext, pdfinfo on the path.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { startPaperOffice } from "#test/support/paper-office.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";
import { indexPage, type Opened } from "./index-page.ts";
import { picturesOf, toPdf, wordsOf } from "./libre-office.ts";
import { notShown, wordsInFile } from "./told.ts";

const MOST_PICTURES = 6;
const OPERATOR = { from: "test:an", chat: "test:an" } as const;

interface Written {
  readonly office: string;
  readonly asked: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

const [asked = "data/papers"] = process.argv.slice(2);
const folder = resolve(asked);
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const written = await writeAll();
const pdfs = await toPdf(
  written.map(({ path }) => path).filter((path) => extname(path) !== ".pdf"),
  join(folder, "opened"),
);
const opened: Opened[] = [];
for (const file of written) opened.push(await look(file));
await writeFile(join(folder, "index.html"), indexPage(opened));
const faulty = opened.filter(({ faults }) => faults.length > 0);
for (const { office, asked: command, faults } of faulty)
  process.stdout.write(`${office} ${command}: ${faults.join("; ").slice(0, 300)}\n`);
process.stdout.write(
  `${opened.length} files, ${faulty.length} of them faulty: ${join(folder, "index.html")}\n`,
);
process.exit(faulty.length > 0 ? 1 : 0);

async function writeAll(): Promise<readonly Written[]> {
  const months = ["2026-07", "2026-08", "2026-09"];
  const two = await startPaperOffice({ scope: "tỉnh Gia Lai", units: 2, months });
  const many = await startPaperOffice({ scope: "tỉnh Gia Lai", units: 135, months });
  const sample = await startBot();
  const month = ["/xuat", "/xuat csv", "/congvan", "/congvan pdf", "/giaoban", "/giaoban word"];
  const answers = ["/chitieu excel", "/quahan excel", "/quahan csv"];
  const files: Written[] = [];
  const offices: readonly (readonly [string, TestBot, readonly string[]])[] = [
    ["2-units", two, [...month, ...answers, "/baocao quý 3"]],
    [
      "135-units",
      many,
      [...month, "/chitieu excel", "/quahan excel", "/canhbao xuất", "/baocao quý 3", "/baocao quý 3 pdf"],
    ],
    ["15-units", sample, [...month, "/sosanh Thủ Sỹ, Lệ Xá excel"]],
    ["34-units", sample, month.map((command) => `${command} cả nước 2026`)],
    ["163-units", sample, month.map((command) => `${command} Phú Thọ 8/2026`)],
  ];
  for (const [office, bot, commands] of offices)
    for (const command of commands) files.push(await write(office, bot, command, files.length));
  for (const bot of [two, many, sample]) await bot.stop();
  return files;
}

async function write(office: string, bot: TestBot, command: string, at: number): Promise<Written> {
  const reply = await bot.say(command, OPERATOR);
  if (!reply?.file) throw new Error(`${office}: no file of ${command}: ${reply?.text.text}`);
  const bytes = await reply.file.bytes();
  const path = join(folder, `${String(at + 1).padStart(2, "0")}-${reply.file.name}`);
  await writeFile(path, bytes);
  return { office, asked: command, path, bytes };
}

async function look({ office, asked: command, path, bytes }: Written): Promise<Opened> {
  const file = path.slice(folder.length + 1);
  const facts = { office, asked: command, file, kilobytes: Math.round(bytes.length / 1024) };
  const pdf = extname(path) === ".pdf" ? path : pdfs.get(path);
  if (!pdf) return { ...facts, pages: 0, pictures: [], faults: ["LibreOffice does not open it"] };
  const shown = await wordsOf(pdf);
  const words = wordsInFile(path, bytes);
  const lost = words === null ? [] : notShown(words, shown);
  const faults = [
    ...(shown.length === 0 ? ["no word is shown"] : []),
    ...(shown.some((word) => word.includes("###")) ? ["a column is too narrow for its figures"] : []),
    ...(lost.length > 0 ? [`not shown: ${lost.slice(0, 20).join(" ")}`] : []),
  ];
  return { ...facts, ...(await picturesOf(pdf, folder, MOST_PICTURES)), faults };
}
