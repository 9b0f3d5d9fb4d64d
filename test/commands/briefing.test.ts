import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onOnePage } from "#commands/parts/paper-file.ts";
import { unzipped } from "#services/documents/readers/packages/unzipped.ts";
import { readDocx } from "#services/documents/readers/word/docx.ts";
import type { Paper } from "#services/papers/paper.ts";
import { toPeriod } from "#services/periods/period.ts";
import { createTargets } from "#services/targets/targets.ts";
import { readPdf } from "#test/support/read-pdf.ts";
import { startTimeline, type Timeline } from "#test/support/timeline.ts";

let office: Timeline;
beforeAll(async () => {
  office = await startTimeline({ now: "2026-10-06 09:00", scope: "tỉnh Gia Lai" });
  const communes = office.app.services.units.children(office.scope.id);
  const names = communes.filter(({ kind }) => kind === "commune").map(({ name }) => name);
  const longest = [...new Set(names)].sort((a, b) => b.length - a.length).slice(0, 14);
  const figures = (shift: number) =>
    Object.fromEntries(
      longest.map((name, i) => [
        name,
        { TOTAL: 60 + ((i * 7 + shift) % 30), "on-time-rate": 60 + i, "online-payment-rate": 20 + i },
      ]),
    );
  await office.put("2026-08", figures(0));
  await office.publish("2026-09", figures(11));
  const source = (await office.app.services.sheets.current(office.scope.id, toPeriod("2026-09")))
    ?.documents[0];
  const set = ["on-time-rate", "online-payment-rate"].map((indicator) => ({
    indicator,
    ...({ comparison: ">=", value: 95, period: null, kinds: null } as const),
    ...{ scope: office.scope.id, source: source?.id ?? "" },
  }));
  await office.store.commit({ puts: createTargets({ store: office.store }).puts(set) });
});
afterAll(() => office.stop());

describe("/giaoban", () => {
  it("is one page with five sentences, the ranking, and what has to be decided, as PDF and as Word file alike", async () => {
    const [pdf, word] = [await office.say("/giaoban"), await office.say("/giaoban word")];
    expect([pdf?.file?.name, word?.file?.name]).toEqual([
      "Giao-ban-766-2026-09-tinh-Gia-Lai.pdf",
      "Giao-ban-766-2026-09-tinh-Gia-Lai.docx",
    ]);
    const { pages, tree } = await readPdf((await pdf?.file?.bytes()) ?? new Uint8Array());
    expect(pages.length).toBe(1);
    expect(tree).toContain('"role":"Figure"');
    const { blocks } = readDocx(unzipped((await word?.file?.bytes()) ?? new Uint8Array()));
    const texts = blocks.flatMap((block) =>
      block.type === "table" ? block.rows.flat() : block.text.split("\n"),
    );
    expect(texts.filter((text) => /^\d\. /u.test(text)).map((text) => text.slice(0, 2))).toEqual([
      ...["1.", "2.", "3.", "4.", "5."],
    ]);
    expect(texts).toContain("14 đơn vị chưa đạt Đúng hạn (%) ≥ 95%");
    expect(texts.some((text) => /^Cảnh báo #\d+ chưa giải trình$/u.test(text))).toBe(true);
    for (const text of texts) expect(pages[0]).toContain(text);
  });
});

describe("onOnePage", () => {
  it("takes the first version that has room, and the last where none has", async () => {
    const paper = (count: number): Paper => ({
      ...{ title: "", language: "vi-VN", size: 13 },
      sections: [
        {
          landscape: false,
          blocks: Array.from({ length: count }, () => ({
            ...({ type: "paragraph", align: "left" } as const),
            runs: [{ text: "một dòng" }],
          })),
        },
      ],
    });
    const [full, fitting, small] = [paper(60), paper(20), paper(2)];
    expect(await onOnePage([full, fitting, small])).toBe(fitting);
    expect(await onOnePage([full, full])).toBe(full);
  });
});
