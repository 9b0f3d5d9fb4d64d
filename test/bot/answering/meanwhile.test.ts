import { describe, expect, it } from "vitest";
import { createMeanwhile } from "#bot/answering/meanwhile.ts";
import type { Receipt } from "#services/receipt.ts";
import { lines } from "#services/reply/text.ts";

const receipt = (id: string): Receipt => ({ chat: "test:1", messages: [id] });
const OLD = receipt("old");

/** Time passes when the test says so. */
function open({ replaces = true, before = null as Receipt | null, fails = false } = {}) {
  const sent: string[] = [];
  const errors: unknown[] = [];
  let pass: () => void = () => undefined;
  const meanwhile = createMeanwhile({
    replaces,
    before,
    async send(text, place) {
      if (fails) throw new Error("not sent");
      sent.push(`${place ? place.messages : "new"}: ${text.text}`);
      return receipt(`m${sent.length}`);
    },
    onError: (error) => errors.push(error),
    rest: (_, signal) =>
      new Promise((resolve, reject) => {
        pass = () => resolve(undefined);
        signal.addEventListener("abort", reject);
      }),
  });
  const page = (number: number) =>
    meanwhile.show({ now: lines(`trang ${number}/7`), once: lines("văn bản 7 trang") });
  const wait = async () => {
    pass();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { page, wait, end: meanwhile.end, sent, errors };
}

describe("how far an answer has come", () => {
  it("is not shown of one that is ready soon", async () => {
    const { page, end, sent } = open();
    page(1);
    expect(await end()).toBeNull();
    page(2);
    expect(sent).toEqual([]);
  });

  it("is shown in one message, as it is by then, and no more once the answer is there", async () => {
    const { page, wait, end, sent } = open();
    page(1);
    page(2);
    await wait();
    await wait();
    page(3);
    page(3);
    await wait();
    await wait();
    expect(await end()).toEqual(receipt("m2"));
    page(4);
    await wait();
    expect(sent).toEqual(["new: trang 2/7", "m1: trang 3/7"]);
  });

  it("takes the place of the answer that is made anew", async () => {
    const { page, wait, end, sent } = open({ before: OLD });
    page(1);
    await wait();
    expect(sent).toEqual(["old: trang 1/7"]);
    expect(await end()).toEqual(receipt("m1"));
  });

  it("is said once where nothing can be replaced, and the answer goes below it", async () => {
    const { page, wait, end, sent } = open({ replaces: false });
    page(1);
    await wait();
    page(2);
    await wait();
    expect(sent).toEqual(["new: văn bản 7 trang"]);
    expect(await end()).toBeNull();
  });

  it("that cannot be shown does the answer no harm", async () => {
    const { page, wait, end, errors } = open({ before: OLD, fails: true });
    page(1);
    await wait();
    page(2);
    expect(await end()).toEqual(OLD);
    expect(errors).toHaveLength(1);
  });
});
