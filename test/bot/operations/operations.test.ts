import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations as words } from "#locales/vi/operations.ts";
import { settled, USUAL_BACKOFF } from "#services/delivery/settle.ts";
import { SendError } from "#services/send-error.ts";
import { FORGERS, KEPT_IN, STRANGERS } from "#test/bot/http/attacks.ts";
import { type OperationsTestDesk, openOperations } from "#test/bot/operations/desk.ts";
import { claim } from "#test/services/delivery/claims.ts";
import { AN, type Office, startOffice } from "#test/support/office.ts";

const NOW = "2024-09-05T09:00:00+07:00";
const PAGES = ["/vanhanh", "/vanhanh/noi", "/vanhanh/nhatky", "/vanhanh/assets/operations.css"];

let office: Office;
let desk: OperationsTestDesk;
let code: string;

/** A broadcast to two groups, one of which the platform refused, and a draft behind it. */
beforeAll(async () => {
  office = await startOffice({ now: NOW });
  await office.look();
  await office.subscribe("test:g1", "test:g2");
  await office.say("/xephang", { chat: "test:g1", chatKind: "group", chatName: "UBND xã <Thủ Sỹ>" });
  await office.publish({ "Thủ Sỹ": 89.63, "Cương Chính": 83.28 });
  await office.look();
  code = (await office.app.services.broadcasts.list())[0]?.code ?? "";
  await office.order(`/phatsong duyệt ${code}`);
  await refuse("test:g1");
  desk = await openOperations(office);
});
afterAll(async () => {
  await desk.close();
  await office.stop();
});

async function refuse(chat: string): Promise<void> {
  const { part, held } = await claim(office.app.services.ledger, chat, `${chat} at ${office.clock()}`);
  const error = new SendError("no", { kind: "forget-chat" }, { reason: "no-rights" });
  await part.record(held, (row) => ({
    row: settled(row, { kind: "failed", error }, office.clock(), USUAL_BACKOFF),
  }));
}

const failures = () => office.app.services.failures.list();
const deeds = async () => (await office.app.services.audit.list()).map(({ deed, name }) => [deed.kind, name]);

describe("the operator's page is for whoever sits at the machine", () => {
  it.each(STRANGERS)("turns away who comes by %s, and shows nothing of the bot", async (_, headers) => {
    for (const path of [...PAGES, `/vanhanh/so/${code}`, "/vanhanh/lam/resend"]) {
      const { status, body } = await desk.get(path, headers);
      expect([path, status]).toEqual([path, 403]);
      expect(body.toString()).toContain(words.elsewhere);
      expect(body.toString()).not.toMatch(/token|<form|Thủ Sỹ/u);
    }
    expect((await desk.press("resend", { code }, { headers })).status).toBe(403);
    expect(await failures()).toHaveLength(1);
  });

  it.each(FORGERS)("does nothing that %s posts, even with the token", async (_, headers) => {
    const { status, body } = await desk.press("resend", { code }, { headers });
    expect([status, body.toString()]).toEqual([403, expect.stringContaining(words.elsewhere)]);
    expect(await failures()).toHaveLength(1);
  });

  it("does nothing without the page's token, and asks our own old page to press again", async () => {
    const { status, body } = await desk.press("resend", { code }, { token: "0".repeat(32) });
    expect([status, body.toString()]).toEqual([403, expect.stringContaining(words.stale)]);
    expect(await failures()).toHaveLength(1);
  });

  it("does nothing on a GET, and nothing but its two acts", async () => {
    expect((await desk.get(`/vanhanh/lam/resend?code=${code}`)).status).toBe(404);
    for (const act of ["constructor", "phatsong", "restore"])
      expect((await desk.press(act, { code })).status).toBe(404);
    for (const typed of ["", "../x", `${code}\n/quyen`, "huyện Tiên Lữ"])
      expect((await desk.press("resend", { code: typed })).status).toBe(404);
    expect(await failures()).toHaveLength(1);
  });

  it("may be framed by nobody, sends its forms to itself alone, and is kept by no cache", async () => {
    const { headers } = await desk.get("/vanhanh");
    for (const [name, parts] of Object.entries(KEPT_IN))
      for (const part of parts) expect(headers[name]).toContain(part);
  });

  it("is nowhere when the bot listens to the network", async () => {
    const open = await openOperations(office, { host: "0.0.0.0" });
    expect((await open.get("/vanhanh")).status).toBe(403);
    await open.close();
  });
});

describe("the operator's page", () => {
  it("says what somebody should see to, what did not arrive and why, who approved, who hears of what", async () => {
    const page = await desk.read();
    expect(page).toContain("1 tin có nơi chưa nhận được Chưa bật sao lưu tự động");
    expect(page).toContain(
      `Kết quả tháng 8/2024 · huyện Tiên Lữ · bản 1 09:00 ngày 5/9/2024 · ${code} Gửi lại`,
    );
    expect(page).toContain("UBND xã &lt;Thủ Sỹ&gt; bị từ chối: bot không có quyền nhắn trong nhóm");
    expect(page).toContain(`1 nơi chưa nhận Sổ giao nhận ${AN} 09:00 ngày 5/9/2024`);
    expect(page).toContain("Test, nhóm đang dùng huyện Tiên Lữ kết quả tháng");
    expect(page).toContain("duyệt phát sóng");
  });

  it("shows a broadcast's ledger, those first that did not get it", async () => {
    const page = await desk.read(`/vanhanh/so/${code.toLowerCase()}`);
    expect(page).toMatch(/đã nhận 0\/2 · còn chờ 1 · bị từ chối 1/u);
    expect(page.indexOf("&lt;Thủ Sỹ&gt;")).toBeLessThan(page.indexOf("Nhóm g2"));
    expect((await desk.get("/vanhanh/so/ZZZZ")).status).toBe(404);
  });

  it("finds a chat by its name without accents, and turns the pages of the audit log", async () => {
    expect(await desk.read("/vanhanh/noi?tim=thu+sy")).toContain("UBND xã &lt;Thủ Sỹ&gt;");
    expect(await desk.read("/vanhanh/noi?tim=khong+co")).toContain(words.chats.nothingFound);
    expect(await desk.read("/vanhanh/nhatky?loai=figures")).not.toContain("đăng ký nhận tin");
    expect(await desk.read("/vanhanh/nhatky?trang=99&loai=rest")).toContain("đăng ký nhận tin");
  });

  it("names commands where they can be typed, and links to the chat where there is one", async () => {
    const chatless = await openOperations(office, { hasWebChat: false });
    const [here, there] = await Promise.all(
      [desk, chatless].map(async (one) => (await one.get("/vanhanh")).body.toString()),
    );
    expect(here).toContain(`href="/#${encodeURIComponent("/phatsong")}"`);
    expect(there).toContain('<code class="command">/phatsong</code>');
    expect(there).not.toContain('href="/#');
    await chatless.close();
  });

  it("sends again what failed by the same way as the command, says so once, and is named in the audit log", async () => {
    office.setClock("2024-09-05T10:00:00+07:00");
    const { status, headers } = await desk.press("resend", { code });
    expect([status, headers.location]).toEqual([303, "/vanhanh"]);
    expect(await failures()).toEqual([]);
    expect(await desk.read()).toContain("Đang gửi lại cho 1 nơi nhận chưa nhận được.");
    expect(await desk.read()).not.toContain("Đang gửi lại");
    expect((await deeds())[0]).toEqual(["broadcast-resent", words.person]);
    await refuse("test:g1");
  });
});
