import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Reply } from "#services/reply/reply.ts";
import { AN, commandsOf } from "#test/support/office.ts";
import { startTimeline, type Timeline } from "#test/support/timeline.ts";

let line: Timeline;
beforeEach(async () => {
  line = await startTimeline({ now: "2024-11-21 09:00" });
});
afterEach(() => line.stop());

const ask = async (text: string): Promise<Reply> => {
  const reply = await line.say(text, { from: AN, chat: AN });
  if (!reply) throw new Error(`no answer to ${text}`);
  return reply;
};

describe("/canhbao im", () => {
  it.each([
    ["im Cương Chính", "28/11/2024"],
    ["im 7 Cương Chính", "28/11/2024"],
    ["im 10 xã Cương Chính vì đang sửa dữ liệu", "1/12/2024"],
    ["im 7 ngày Cương Chính", "28/11/2024"],
    ["im Cương Chính 3 ngày", "24/11/2024"],
    ["im đến 5/12 Cương Chính", "5/12/2024"],
    ["im 5/12 Cương Chính", "5/12/2024"],
    ["im Cương Chính đến hết ngày 5/12/2024", "5/12/2024"],
    ["im Cuong Chinh toi thu sau tuan sau", "29/11/2024"],
    ["tạm im đến cuối tháng Cương Chính", "30/11/2024"],
    ["im đến 1/10/2025 Cương Chính", "19/2/2025"],
  ])("%s lasts until %s", async (typed, last) => {
    const reply = await ask(`/canhbao ${typed}`);
    expect(reply.refused).toBeUndefined();
    expect(reply.text.text).toContain("Cương Chính");
    expect(reply.text.text).toContain(last);
  });

  it("until a day that is over is declined", async () => {
    expect(await ask("/canhbao im đến 5/11 Cương Chính")).toMatchObject({ refused: "deadline-unclear" });
  });

  it("is ended by its button, however it is typed", async () => {
    for (const typed of ["nhắn lại Cương Chính", "nhan lai xa cuong chinh", "bỏ im Cương Chính"]) {
      expect(commandsOf(await ask("/canhbao im Cương Chính"))).toEqual(["/canhbao nhắn lại xã Cương Chính"]);
      expect((await ask(`/canhbao ${typed}`)).refused).toBeUndefined();
      expect(await line.app.services.alerts.silences.ofUnit(line.unit("Cương Chính").id)).toEqual([]);
    }
  });
});
