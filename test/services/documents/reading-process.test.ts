import { performance } from "node:perf_hooks";
import { utils, write } from "@e965/xlsx";
import { zipSync } from "fflate";
import { expect, it } from "vitest";
import { createReadingProcess } from "#services/documents/reading-process.ts";
import { bytesIn } from "#test/services/documents/files/office-set.ts";

/** A process has what time the machine has left. */
const LONG_MS = 300_000;
const MB = 1024 * 1024;

function longWorkbook(): Uint8Array {
  const rows = Array.from({ length: 19_000 }, (_, i) => [i, `xã Tân Lập ${i}`, i / 7, i / 3]);
  return new Uint8Array(write(utils.book_new(utils.aoa_to_sheet(rows)), { type: "array", bookType: "xlsx" }));
}

it(
  "this thread is left to others and keeps its memory, however much a file asks for",
  async () => {
    const files = createReadingProcess({ stepMs: LONG_MS });
    const bomb = zipSync({ "word/document.xml": new Uint8Array(70 * MB).fill(32) });
    const long = longWorkbook();
    await files.read({ name: "", bytes: bytesIn("docx/hue.docx") });

    const memory = process.memoryUsage.rss();
    const before = performance.eventLoopUtilization();
    await expect(files.read({ name: "", bytes: bomb })).rejects.toMatchObject({ code: "too-much-inside" });
    const { blocks } = await files.read({ name: "", bytes: long });
    expect(blocks).toHaveLength(1);
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
    expect((process.memoryUsage.rss() - memory) / MB).toBeLessThan(100);
    await files.close();
  },
  LONG_MS,
);

it(
  "a file in which a library loses itself ends the process, not the bot, and the next one is read",
  async () => {
    const files = createReadingProcess({ stepMs: LONG_MS, memoryMb: 250 });
    const endless = Uint8Array.from(bytesIn("office/tricky.xls"));
    endless.fill(0xa7, Math.floor((endless.length * 20) / 24), Math.floor((endless.length * 20) / 24) + 97);
    await expect(files.read({ name: "", bytes: endless })).rejects.toMatchObject({ code: "too-heavy" });
    const { blocks } = await files.read({ name: "", bytes: bytesIn("docx/hue.docx") });
    expect(blocks.length).toBeGreaterThan(3);
    await files.close();
  },
  LONG_MS,
);
