import { afterEach, describe, expect, it } from "vitest";
import type { DeliveryQueue, QueueOptions } from "#services/delivery/queue.ts";
import { until } from "#test/services/delivery/office.ts";
import { createLog } from "#test/support/log.ts";

const SELDOM_MS = 60_000;

/** What every driver of the doorbell keeps to. */
export function describeQueue(name: string, connect: (options: QueueOptions) => DeliveryQueue): void {
  describe(`the delivery queue, ${name}`, () => {
    const open: DeliveryQueue[] = [];
    const log = createLog();
    const openQueue = (everyMs = SELDOM_MS): DeliveryQueue => {
      const queue = connect({ everyMs, log });
      open.push(queue);
      return queue;
    };
    afterEach(async () => {
      await Promise.all(open.splice(0).map((queue) => queue.stop()));
    });

    it("looks as soon as somebody listens, for what was owed before", async () => {
      let looks = 0;
      await openQueue().listen(async () => void looks++);
      await until(() => looks > 0);
    });

    it("looks when it is rung", async () => {
      let looks = 0;
      const queue = openQueue();
      await queue.listen(async () => void looks++);
      await until(() => looks > 0);
      const before = looks;
      await queue.ring();
      await until(() => looks > before, 50_000);
    });

    it("looks without being rung, every so often", async () => {
      let looks = 0;
      await openQueue(20).listen(async () => void looks++);
      await until(() => looks > 4, 50_000);
    });

    it("does one look at a time, and one more for all rings during it", async () => {
      let running = 0;
      let most = 0;
      let looks = 0;
      const queue = openQueue();
      await queue.listen(async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 30));
        running--;
        looks++;
      });
      await Promise.all(Array.from({ length: 20 }, () => queue.ring()));
      await until(() => looks >= 2);
      expect(most).toBe(1);
    });

    it("goes on after a look that failed, and says so", async () => {
      let looks = 0;
      const queue = openQueue(20);
      await queue.listen(async () => {
        looks++;
        throw new Error("the store is away");
      });
      await until(() => looks > 2);
      expect(log.messages("warn")).toContain("looking for deliveries failed");
    });

    it("lets the look under way end when it is stopped, and looks no more", async () => {
      let ended = 0;
      const queue = openQueue(10);
      let begun = 0;
      await queue.listen(async () => {
        begun++;
        await new Promise((resolve) => setTimeout(resolve, 50));
        ended++;
      });
      await until(() => begun > 0);
      await queue.stop();
      await queue.stop();
      expect(ended).toBe(begun);
      await queue.ring();
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(ended).toBe(begun);
    });
  });
}
