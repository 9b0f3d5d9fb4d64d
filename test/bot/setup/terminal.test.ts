import { afterEach, expect, it } from "vitest";
import { setUpOnTerminal } from "#bot/setup/terminal.ts";
import { setup as words } from "#locales/vi/setup.ts";
import { type SetupTestDesk, startSetup } from "#test/bot/setup/desk.ts";
import { startFakeZalo } from "#test/support/fake-zalo/fake-zalo.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Answers what is asked by words in the question; everything else by an empty line. */
async function answering(desk: SetupTestDesk, answers: readonly (readonly [string, string])[]) {
  const left = [...answers];
  const said: string[] = [];
  await setUpOnTerminal(desk.setup, {
    say: (line) => said.push(line),
    async ask(question) {
      const at = left.findIndex(([words]) => question.startsWith(words));
      return at < 0 ? "" : (left.splice(at, 1)[0]?.[1] ?? "");
    },
  });
  expect(left).toEqual([]);
  return said.join("\n");
}

it("the same steps on a terminal: a wrong token is asked for again, what is left out stays as it is", async () => {
  const zalo = await startFakeZalo();
  closing.push(zalo.close);
  const desk = await startSetup({ env: { ZALO_API_ROOT: zalo.apiRoot }, file: "PORT=8766\n" });
  closing.push(desk.close);
  const said = await answering(desk, [
    [words.office.label, "huyen tien lu"],
    [words.channel.label, "99999999:abc-xyz-wrong"],
    [words.channel.label, zalo.token],
    [words.publishing.approvers.label, "2"],
  ]);
  expect(said).toContain(words.channel.troubles.refused("zalo"));
  expect(said).not.toContain(zalo.token);
  expect(await desk.file()).toBe(
    `PORT=8766\nHOME_SCOPE=huyện Tiên Lữ\nZALO_BOT_TOKEN=${zalo.token}\nAPPROVERS=2\nPORTAL_SYNC=off\nPORTAL_PUBLISH=ask\n`,
  );
  expect(desk.restarts()).toBe(3);
});

it("one of several offices is chosen by its number", async () => {
  const desk = await startSetup();
  closing.push(desk.close);
  await answering(desk, [
    [words.office.label, "xã Tân Tiến"],
    [words.terminal.number, "99"],
    [words.office.label, "xã Tân Tiến"],
    [words.terminal.number, "1"],
  ]);
  expect(await desk.file()).toMatch(/^HOME_SCOPE=\S+\n$/u);
});

it("ends where nobody is there any more", async () => {
  const desk = await startSetup();
  closing.push(desk.close);
  await setUpOnTerminal(desk.setup, { say: () => undefined, ask: async () => null });
  expect(await desk.file()).toBe("");
});
