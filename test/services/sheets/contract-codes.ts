import { expect, it } from "vitest";
import { SHORTEST_CODE } from "#services/sheets/check-code.ts";
import type { SheetsUnderTest } from "#test/services/sheets/contract.ts";
import { AUGUST, makeDraft } from "#test/services/sheets/make.ts";

/** So many sheets that some share their first four digits: about n²/2 of 32⁴ pairs. */
const MANY = 4_000;

/** Check codes name one version each, for ever. */
export function findsByCheckCode(under: SheetsUnderTest): void {
  it("finds each version by its own code, also the ones that were replaced", async () => {
    const [first] = await under.sheets.publish([makeDraft({ a: 1 })]);
    const [second] = await under.sheets.publish([makeDraft({ a: 2 })]);
    expect(first?.checkCode).not.toBe(second?.checkCode);
    const elsewhere = await under.another();
    expect(await elsewhere.byCheckCode(first?.checkCode ?? "")).toEqual(first);
    expect(await elsewhere.byCheckCode(second?.checkCode ?? "")).toEqual(second);
  });

  it("gives a longer code where the short one is another sheet's, of the same publication or an earlier one", async () => {
    const drafts = Array.from({ length: MANY }, (_, i) => makeDraft({ a: i }, { scope: `u${i}` }));
    const together = await under.sheets.publish(drafts.slice(0, MANY / 2));
    const later = await under.sheets.publish(drafts.slice(MANY / 2));
    const longer = [together, later].map((made) => made.filter((s) => s.checkCode.length > SHORTEST_CODE));
    const codes = [...together, ...later].map(({ checkCode }) => checkCode);
    expect(new Set(codes).size).toBe(MANY);
    for (const [sheet] of longer) {
      if (!sheet) throw new Error("no code collided: make more sheets");
      expect(await under.sheets.byCheckCode(sheet.checkCode)).toEqual(sheet);
      const owner = await under.sheets.byCheckCode(sheet.checkCode.slice(0, SHORTEST_CODE));
      expect(owner?.scope).not.toBe(sheet.scope);
      expect(await under.sheets.current(sheet.scope, AUGUST)).toEqual(sheet);
    }
  });
}
