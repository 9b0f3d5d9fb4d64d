import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { LETTERS, textOf } from "#test/services/documents/reading.ts";
import { withPage } from "#test/support/browser.ts";
import { type Program, startProgram } from "#test/support/program.ts";

let program: Program;
beforeAll(async () => {
  program = await startProgram({ HOME_SCOPE: "huyện Tiên Lữ" });
});
afterAll(async () => {
  const { code, stderr } = await program.stop();
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

const DOCX = new URL("../../fixtures/documents/office-set/docx/tienlu.docx", import.meta.url);
const FIRST = readFileSync(DOCX).toString("base64");
/** The same letter, sent again with another figure. */
const SECOND = Buffer.from(textOf(LETTERS.tienLu).replaceAll("89,63", "89,36")).toString("base64");

/** As a person drags a file onto the page. */
async function drop(page: Page, name: string, base64: string): Promise<void> {
  await page.evaluate(`{
    const data = new DataTransfer();
    const bytes = Uint8Array.from(atob("${base64}"), (letter) => letter.charCodeAt(0));
    data.items.add(new File([bytes], ${JSON.stringify(name)}));
    const options = { dataTransfer: data, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new DragEvent("drop", options));
  }`);
}

it("a clerk's month in the web chat of a phone: a file, a cell put right, stored, sent, corrected, taken back", async () => {
  await withPage(
    program.address ?? "",
    { viewport: { width: 390, height: 844 }, phone: true },
    async (page) => {
      const say = async (words: string) => {
        await page.getByRole("textbox", { name: "Câu hỏi" }).fill(words);
        await page.getByRole("button", { name: "Gửi", exact: true }).click();
      };
      const press = (label: string | RegExp) =>
        page.locator(".message.bot").getByRole("button", { name: label, exact: true }).last().click();
      const see = (words: string | RegExp) =>
        page.locator(".message.bot", { hasText: words }).last().waitFor();

      await say("/dangky kết quả tháng");
      await see("Đã đăng ký nhận kết quả tháng của huyện Tiên Lữ");
      await drop(page, "cong-van-412.docx", FIRST);
      await see("Tệp: cong-van-412.docx");
      await say("sửa Cương Chính tiến độ 82,17");
      await see("– xã Cương Chính, Đúng hạn (%): 82,71% → 82,17%");
      await press("Thêm 5 đơn vị mới");
      await press("Nhập");
      await see("Đã lưu: huyện Tiên Lữ, tháng 8/2024, bản 1");

      await expect
        .poll(async () => {
          const answers = page.locator(".message.bot");
          const before = await answers.count();
          await say("/phatsong");
          await answers.nth(before).waitFor();
          return answers.last().innerText();
        })
        .toContain("bản 1: chờ duyệt");
      await press(/^Xem trước/);
      await press("Duyệt gửi");
      await see(/^(?!.*XEM TRƯỚC).*Xếp hạng tháng 8\/2024.*Thủ Sỹ 89,63/s);

      await drop(page, "cong-van-412-sua.txt", SECOND);
      await see("Tệp: cong-van-412-sua.txt");
      await press("Xem khác biệt");
      await see("xã Thủ Sỹ: Tổng điểm 89,63 (+6,96) → 89,36 (+6,96)");
      await see("xã Cương Chính: Đúng hạn (%) 82,17% → 82,71%");
      await press("Nhập");
      await see("Đã lưu: huyện Tiên Lữ, tháng 8/2024, bản 2");
      await press("Hoàn tác");
      await see("bản 3 lấy lại số liệu của bản 1");
      await say("/nguon tháng 8/2024");
      await see("Lấy lại số liệu bản 1. So với bản 2: 2 số đổi");
    },
  );
});
