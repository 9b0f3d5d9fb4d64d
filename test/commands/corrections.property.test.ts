import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { correction } from "#commands/messages/correction.ts";
import { vi } from "#locales/vi.ts";
import { toPeriod } from "#services/periods/period.ts";
import { COUNTRY_ID } from "#services/units/unit.ts";
import { makeDocument, makeObservation } from "#test/services/sheets/make.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

/** The least of what platforms let one message hold, in UTF-16 units. */
const ONE_MESSAGE = 1_800;

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot({ empty: true });
});
afterAll(() => bot.stop());

let years = 1900;

describe("a correction, whatever changed,", () => {
  it("fits one message on every platform, and every change is named or counted", async () => {
    const { services } = bot.app;
    const units = services.units
      .children(COUNTRY_ID)
      .flatMap(({ id }) => services.units.children(id))
      .sort((a, b) => b.name.length - a.name.length)
      .slice(0, 30);
    const indicators = services.indicators.all();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: units.length }),
        fc.integer({ min: 1, max: indicators.length }),
        fc.double({ min: 0.01, max: 999_999, noNaN: true }),
        fc.boolean(),
        async (unitCount, indicatorCount, by, isPublished) => {
          const scope = units[0]?.parent ?? "";
          const period = toPeriod(`${++years}-12`);
          const issuer = "Ủy ban nhân dân huyện có tên dài nhất trong cả nước, tỉnh Bà Rịa - Vũng Tàu";
          for (const version of [1, 2]) {
            const document = makeDocument(`letter-${years}-${version}`, {
              issuer,
              number: "12345/UBND-VP-KSTTHC",
            });
            const observations = units.slice(0, unitCount).flatMap(({ id }, i) =>
              indicators.slice(0, indicatorCount).map((indicator) =>
                makeObservation(id, 1_000_000 + i + version * by, {
                  indicator: indicator.id,
                  source: document.id,
                  ...(isPublished ? { change: version * by, rank: version + i, of: 999 } : {}),
                }),
              ),
            );
            await services.sheets.publish([{ scope, period, observations, document, complete: true }]);
          }
          const recipe = { kind: "correction" as const, scope, period, from: 1, version: 2 };
          const { text } = await correction.message({ services, t: vi, recipe });
          expect(text.text.length).toBeLessThanOrEqual(ONE_MESSAGE);
          const isCut = /và [\d.]+ (?:đơn vị|thay đổi) khác/u.test(text.text);
          expect(/^Xem đủ: \/nguon \S+ so bản 1 bản 2/mu.test(text.text)).toBe(isCut);
        },
      ),
      { numRuns: 25 },
    );
  });
});
