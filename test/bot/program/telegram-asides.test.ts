import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buttonsOf, startTelegramBot, type TelegramBot, wordsOf } from "#test/bot/program/telegram-bot.ts";
import type { FakeChat, FakeMessage, FakeUser } from "#test/support/fake-telegram/world.ts";

let bot: TelegramBot;
let binh: FakeUser;
let cuc: FakeUser;
let chief: FakeUser;
let group: FakeChat;

beforeEach(async () => {
  bot = await startTelegramBot();
  const { fake } = bot;
  [binh, cuc, chief] = [fake.person("Bình"), fake.person("Cúc"), fake.person("Trưởng")];
  group = fake.group({ admins: [chief] });
});
afterEach(() => bot.close());

const state = () => bot.fake.state(group);
const makeAdmin = () => state().members.set(bot.fake.world.me.id, "administrator");
const unseen = () => state().unseen.filter((one) => one.receiver_user !== undefined);
const firstUnseen = () => bot.fake.until(() => unseen()[0]);
const stands = (message: FakeMessage) =>
  bot.fake.sent(group).some((one) => one.message_id === message.message_id);

describe("in a group that the bot runs with others", () => {
  it("a question back is for its asker, and what it leads to is for all", async () => {
    makeAdmin();
    bot.fake.say(group, "/xa An Bình", { from: binh });
    const asked = await firstUnseen();
    expect(asked.receiver_user?.id).toBe(binh.id);
    expect(bot.fake.sent(group)).toEqual([]);
    bot.fake.press(asked, buttonsOf(asked)[0]?.text ?? "", binh);
    await bot.fake.until(() => bot.fake.sent(group).length === 1);
    await bot.fake.until(() => unseen().length === 0);
  });

  it("results are for all, whoever asks", async () => {
    makeAdmin();
    const answer = await bot.ask(group, "/xephang", { from: binh });
    expect(wordsOf(answer)).toContain("Xếp hạng");
    expect(unseen()).toEqual([]);
  });

  it("help and rights are for whoever asks", async () => {
    makeAdmin();
    bot.fake.say(group, "/quyen", { from: binh });
    expect(wordsOf(await firstUnseen())).toContain("Quyền của anh/chị");
    expect(bot.fake.sent(group)).toEqual([]);
  });
});

it("a command that nobody else sees is answered so by a bot that is no administrator", async () => {
  bot.fake.sayUnseen(group, "/trogiup", binh);
  expect(wordsOf(await firstUnseen())).toContain("Các lệnh");
  const menu = bot.fake.world.menus.get("") ?? [];
  expect(menu.filter(({ is_ephemeral: isPersonal }) => isPersonal).map(({ command }) => command)).toEqual([
    "dangkycuatoi",
    "thuhoi",
    "quyen",
    "trogiup",
  ]);
});

describe("an answer in a group", () => {
  const popUps = () => bot.fake.world.popUps.map(({ text }) => text);

  it("is taken back by whoever asked", async () => {
    const answer = await bot.ask(group, "/xephang", { from: binh });
    bot.fake.press(answer, "Thu hồi", binh);
    await bot.fake.until(() => !stands(answer) && popUps().length === 1);
    expect(popUps()).toEqual(["Đã thu hồi câu trả lời."]);
  });

  it("stays when somebody else presses, until an admin does", async () => {
    const answer = await bot.ask(group, "/xephang", { from: binh });
    bot.fake.press(answer, "Thu hồi", cuc);
    await bot.fake.until(() => popUps().length === 1);
    expect(popUps()[0]).toContain("Chỉ người đã hỏi");
    expect(stands(answer)).toBe(true);
    bot.fake.press(answer, "Thu hồi", chief);
    await bot.fake.until(() => !stands(answer));
  });

  it("is still that of its asker when another turns its page", async () => {
    const answer = await bot.ask(group, "/xephang", { from: binh });
    const other = buttonsOf(answer).find(({ text }) => text !== "Thu hồi")?.text ?? "";
    bot.fake.press(answer, other, cuc);
    const turned = await bot.fake.until(() =>
      bot.fake.sent(group).find(({ edit_date: at }) => at !== undefined),
    );
    bot.fake.press(turned, "Thu hồi", cuc);
    await bot.fake.until(() => popUps().length === 1);
    expect(popUps()[0]).toContain("Chỉ người đã hỏi");
  });

  it("is taken back by a reply, typed", async () => {
    const answer = await bot.ask(group, "/xephang", { from: binh });
    bot.fake.say(group, "/thuhoi", { from: binh, replyTo: answer });
    await bot.fake.until(() => !stands(answer));
    await bot.fake.until(() =>
      bot.fake.sent(group).some((one) => wordsOf(one) === "Đã thu hồi câu trả lời."),
    );
  });

  it("that Telegram deletes no more stays, and that is said", async () => {
    const answer = await bot.ask(group, "/xephang", { from: binh });
    const description = "Bad Request: message can't be deleted for everyone";
    bot.fake.fail("deleteMessage", { kind: "refuse", code: 400, description });
    bot.fake.press(answer, "Thu hồi", binh);
    await bot.fake.until(() => popUps().length === 1);
    expect(popUps()[0]).toContain("Không xoá được tin này nữa");
    expect(stands(answer)).toBe(true);
  });

  it("has the button only where it is about figures, and never in private", async () => {
    const help = await bot.ask(group, "/diaban", { from: binh });
    const own = await bot.ask(bot.fake.privateChat(binh), "/xephang", { from: binh });
    const labels = [help, own].flatMap((one) => buttonsOf(one).map(({ text }) => text));
    expect(labels).not.toContain("Thu hồi");
  });
});

it("nothing is taken back that was named by no reply, or that nobody asked for", async () => {
  const said = await bot.ask(group, "/thuhoi", { from: chief });
  expect(wordsOf(said)).toContain("trả lời (reply) đúng câu trả lời");
  const again = await bot.ask(group, "/thuhoi", { from: chief, replyTo: said });
  expect(wordsOf(again)).toContain("tin phát sóng, cảnh báo thì không");
});
