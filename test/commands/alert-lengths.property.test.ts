import fc from "fast-check";
import { expect, it } from "vitest";
import { createRender } from "#bot/delivering/render.ts";
import type { Reply } from "#services/reply/reply.ts";
import { AN, allRows } from "#test/support/office.ts";
import { type Figures, startTimeline, type Timeline } from "#test/support/timeline.ts";

/** The least of what platforms let one message hold, and a picture's caption, in UTF-16 units. */
const ONE_MESSAGE = 1_800;
const ONE_CAPTION = 1_024;

/** Each has a rule of its own. */
const COUNTS = [
  "overdue-dossiers",
  "overdue-open-dossiers",
  "suspended-dossiers",
  "returned-dossiers",
  "undigitised-inputs",
  "undigitised-results",
];

const cited = (month: string) => ({
  document: {
    issuer: "Ủy ban nhân dân huyện có tên dài nhất trong cả nước, tỉnh Bà Rịa - Vũng Tàu",
    number: `12345/UBND-VP-KSTTHC-${month}`,
    date: "2024-09-30",
  },
});

/** As long as the longest names there are. */
const amiss = (i: number): string => `Nguyễn Nghiêm Thượng Kiệm Trung Thành Số ${i}`;
const sound = (i: number): string => `Tốt ${i}`;

/** Two months of two papers; as many units stay as they were, or all would count as one matter. */
async function withTwoMonths(units: number, counts: number, size: number): Promise<Timeline> {
  const line = await startTimeline();
  for (const unit of ["huyện Tiên Lữ", amiss(0)]) await line.follow(`test:${unit}`, unit);
  const month = (by: number): Figures =>
    Object.fromEntries(
      Array.from({ length: units }, (_, i) => {
        const worse = COUNTS.slice(0, counts).map((id) => [id, by * (size + i)] as const);
        const good = { TOTAL: 95, "on-time-rate": 99, "overdue-dossiers": 0 };
        const bad = { TOTAL: 90 - by * 10.11, "on-time-rate": 99 - by * 30.11, ...Object.fromEntries(worse) };
        return [[amiss(i), bad] as const, [sound(i), good] as const, [sound(i + units), good] as const];
      }).flat(),
    );
  await line.publish("2024-07", month(0), cited("7"));
  await line.publish("2024-08", month(1), cited("8"));
  return line;
}

const more = (text: string, what: string): number =>
  Number(new RegExp(String.raw`và (\d+) ${what} khác`, "u").exec(text)?.[1] ?? 0);

/** Whether all units are named or counted, and of each all that is amiss. */
function expectNothingDropped({ text: { text } }: Reply, open: ReadonlyMap<string, number>): void {
  const own = text.split("\n").filter((said) => said.includes("Trung Thành Số") && /: [+\p{L}]/u.test(said));
  expect(own.length + more(text, "đơn vị"), text).toBe(open.size);
  for (const said of own) {
    const matters = said.split("; ").filter((matter) => !/^và \d+ nội dung khác$/u.test(matter));
    const name = /.*?Số \d+/u.exec(said)?.[0] ?? "";
    const expected = [...open].find(([unit]) => name.endsWith(unit))?.[1];
    expect(matters.length + more(said, "nội dung"), said).toBe(expected);
  }
}

it("boards and alerts of two months fit one message on every platform; all is named or counted", async () => {
  let messages = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 30 }),
      fc.integer({ min: 0, max: COUNTS.length }),
      fc.constantFrom(7, 1_234_567),
      async (units, counts, size) => {
        const line = await withTwoMonths(units, counts, size);
        const { services } = line.app;
        const open = new Map<string, number>();
        for (let i = 0; i < units; i++)
          open.set(amiss(i), (await services.alerts.openOf(line.unit(amiss(i)).id)).length);
        const ask = (text: string) => line.say(text, { from: AN, chat: AN });
        const render = createRender(line.app);
        const rows = await allRows(line.store, services.ledger.get);
        const alerts = rows.filter(({ recipe }) => recipe.kind === "alerts");
        const owed = await Promise.all(alerts.map(render));
        const replies = [...owed, await ask("/canhbao"), await ask(`/canhbao ${amiss(0)}`)];
        for (const reply of replies) {
          const room = reply?.picture ? ONE_CAPTION : ONE_MESSAGE;
          expect(reply?.text.text.length, reply?.text.text).toBeLessThanOrEqual(room);
          messages += 1;
        }
        const several = [...owed, await ask("/canhbao"), await ask("/canhbao tất cả")].flatMap((reply) =>
          reply && /^[^\n]*huyện Tiên Lữ/u.test(reply.text.text) ? [reply] : [],
        );
        expect(several).toHaveLength(3);
        for (const reply of several) expectNothingDropped(reply, open);
        await line.stop();
      },
    ),
    {
      numRuns: 12,
      examples: [
        [30, COUNTS.length, 1_234_567],
        [2, COUNTS.length, 1_234_567],
        [3, 2, 1_234_567],
        [9, 1, 7],
      ],
    },
  );
  expect(messages).toBeGreaterThan(30);
});
