import { afterEach, beforeEach, expect, it } from "vitest";
import { settled, USUAL_BACKOFF } from "#services/delivery/settle.ts";
import { SendError } from "#services/send-error.ts";
import { claim } from "#test/services/delivery/claims.ts";
import { AN, commandsOf, type Office, startOffice } from "#test/support/office.ts";

const NOW = "2024-09-05T09:00:00+07:00";

let office: Office;
beforeEach(async () => {
  office = await startOffice({ now: NOW });
  await office.look();
});
afterEach(() => office.stop());

/** The platform says no to the next message of a chat, and to that alone. */
async function refuse(chat: string): Promise<void> {
  const { part, held } = await claim(office.app.services.ledger, chat, chat);
  const error = new SendError("no", { kind: "forget-chat" }, { reason: "chat-not-found" });
  await part.record(held, (row) => ({
    row: settled(row, { kind: "failed", error }, new Date(NOW), USUAL_BACKOFF),
  }));
}

it("what did not arrive is listed whatever it is, sent again by its code, and noted", async () => {
  await office.subscribe("test:g1", "test:g2");
  await office.publish({ "Thủ Sỹ": 89.63, "Cương Chính": 83.28 });
  await office.look();
  await refuse(AN);
  const [draft] = await office.app.services.broadcasts.list();
  await office.order(`/phatsong duyệt ${draft?.code}`);
  await refuse("test:g1");

  const shown = await office.order("/giaonhan lỗi");
  const notice = /Thông báo cho người vận hành .+ mã ([0-9A-Z]{6})/u.exec(shown.text.text)?.[1] ?? "";
  expect(shown.text.text.split("\n")).toEqual([
    "2 tin có nơi chưa nhận được",
    `– Kết quả tháng 8/2024 · huyện Tiên Lữ · bản 1 · 09:00 ngày 5/9/2024 · 1 nơi nhận (không còn nhóm này: 1) · mã ${draft?.code}`,
    `– Thông báo cho người vận hành · 09:00 ngày 5/9/2024 · 1 nơi nhận (không còn nhóm này: 1) · mã ${notice}`,
  ]);
  expect(commandsOf(shown)).toEqual([`/giaonhan gửi lại ${draft?.code}`, `/giaonhan gửi lại ${notice}`]);
  expect((await office.order("/giaonhan")).text.text).toContain("1 tin khác có nơi chưa nhận được");

  const again = await office.order(`/giaonhan gửi lại ${notice.toLowerCase()}`);
  expect(again.text.text).toBe("Đang gửi lại cho 1 nơi nhận chưa nhận được.");
  expect((await office.order("/giaonhan lỗi")).text.text).not.toContain(notice);
  expect(await office.order(`/giaonhan gửi lại ${notice}`)).toMatchObject({ refused: "unknown-broadcast" });
  await office.order(`/giaonhan gửi lại ${draft?.code}`);
  expect((await office.order("/giaonhan lỗi")).text.text).toBe("Không có tin nào chưa gửi được.");
  const deeds = (await office.app.services.audit.list()).map(({ deed }) => [deed.kind, deed.about]);
  expect(deeds).toEqual(
    expect.arrayContaining([
      ["message-resent", notice],
      ["broadcast-resent", draft?.code],
    ]),
  );
});
