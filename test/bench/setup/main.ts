// From nothing configured to an answering bot on both platforms, in a real browser, on fake platforms:
//   npm run bench:setup [-- FOLDER]   counts what a person has to put in; pictures of the screens go to FOLDER
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { withPage } from "#test/support/browser.ts";
import { startFakeTelegram } from "#test/support/fake-telegram/fake-telegram.ts";
import { startFakeZalo } from "#test/support/fake-zalo/fake-zalo.ts";
import { startProgram } from "#test/support/program.ts";

const MOST_INPUTS = 12;
const PHONE = { viewport: { width: 390, height: 844 }, phone: true };

const [pictures] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "bot766-setup-"));
const telegram = await startFakeTelegram();
const zalo = await startFakeZalo();
const envFile = join(folder, ".env");
const program = await startProgram({
  ENV_FILE: envFile,
  TELEGRAM_API_ROOT: telegram.apiRoot,
  ZALO_API_ROOT: zalo.apiRoot,
  LOG_LEVEL: "error",
});
const inputs: string[] = [];

try {
  await withPage(program.address ?? "", {}, async (page) => {
    page.setDefaultTimeout(60_000);
    const steps = stepsOn(page);
    await steps.open();
    await steps.office("huyện Tiên Lữ");
    await steps.connect("zalo", zalo.token);
    await steps.connect("telegram", telegram.token);
    await steps.becomeOperator();
    await steps.trial();
  });
  const someone = telegram.privateChat();
  telegram.say(someone, "/xephang");
  await telegram.until(() => telegram.sent(someone)[0]);
  const other = zalo.privateChat();
  zalo.say(other, "/xephang");
  await zalo.until(() => zalo.sent(other)[0]);
  for (const line of inputs) console.log(line);
  const isShort = inputs.length <= MOST_INPUTS;
  console.log(`${inputs.length} inputs of at most ${MOST_INPUTS}; the bot answers on Zalo and Telegram`);
  console.log((await readFile(envFile, "utf8")).replaceAll(/(TOKEN=.{4}).*/gu, "$1…"));
  process.exitCode = isShort ? 0 : 1;
} finally {
  console.error(program.stderr());
  await program.stop();
  await telegram.close();
  await zalo.close();
  await rm(folder, { recursive: true, force: true });
}
process.exit();

/** What a person does on the page, each input counted. */
function stepsOn(page: Page) {
  const counted = async (what: string, act: () => Promise<unknown>): Promise<void> => {
    inputs.push(`${inputs.length + 1}. ${what}`);
    await act();
  };
  const done = (step: string) => page.waitForSelector(`#${step}.done`);
  const ready = () => page.waitForSelector(".steps");

  return {
    async open(): Promise<void> {
      await shoot(page, "0-web-chat");
      await counted("press: Thiết lập", () => page.click("a.setup"));
      await ready();
      await shoot(page, "1-begin");
    },
    async office(name: string): Promise<void> {
      await counted("type: the office", () => page.fill("#office input[name=name]", name));
      await counted("press: Chọn", () => page.click("#office .line button"));
      await page.waitForSelector(".applying, .offered");
      await shoot(page, "2-office");
      await done("office");
    },
    async connect(platform: string, token: string): Promise<void> {
      if (!(await page.isVisible(`#${platform} input[name=bot]`)))
        await counted(`press: ${platform}`, () => page.click(`#${platform} summary`));
      await shoot(page, `3-${platform}`);
      await counted(`paste: ${platform} token`, () => page.fill(`#${platform} input[name=bot]`, token));
      await counted("press: Thử và nối", () => page.click(`#${platform} .line button`));
      await done(platform);
      await shoot(page, `4-${platform}-connected`);
    },
    async becomeOperator(): Promise<void> {
      const code = (await page.textContent("#operator .code")) ?? "";
      const me = telegram.privateChat();
      await counted("send the code to the bot", async () => telegram.say(me, code));
      await done("operator");
      await shoot(page, "5-operator");
    },
    async trial(): Promise<void> {
      await counted("press: Gửi tin thử", () => page.click("#trial button"));
      await page.waitForSelector("#trial .notice.good");
      await shoot(page, "6-trial");
    },
  };
}

async function shoot(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  const address = page.url();
  if (!address.endsWith("/thietlap")) return;
  await withPage(address, PHONE, (phone) =>
    phone.screenshot({ path: join(pictures, `${name}-phone.png`), fullPage: true }),
  );
}
