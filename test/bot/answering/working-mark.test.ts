import { expect, it } from "vitest";
import { createWorkingMark } from "#bot/answering/working-mark.ts";

/** A mark, and a patience that ends when the test says so. */
function markOf() {
  const marks: boolean[] = [];
  let lose: () => void = () => undefined;
  const mark = createWorkingMark({
    mark: async (isWorking) => void marks.push(isWorking),
    rest: (_, signal) =>
      new Promise<void>((resolve, reject) => {
        lose = resolve;
        signal.addEventListener("abort", () => reject(new Error("ended")), { once: true });
      }),
  });
  return { marks, mark, lose: () => lose() };
}

it("an answer that is ready soon is not marked at all", async () => {
  const { marks, mark } = markOf();
  await mark.end();
  expect(marks).toEqual([]);
});

it("an answer that takes long is marked until it is there", async () => {
  const { marks, mark, lose } = markOf();
  lose();
  await expect.poll(() => marks).toEqual([true]);
  await mark.end();
  expect(marks).toEqual([true, false]);
});
