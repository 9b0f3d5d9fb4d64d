import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Channel } from "#services/channel.ts";
import type { ChatId } from "#services/ids.ts";
import type { Inbound } from "#services/inbound.ts";
import type { Reply } from "#services/reply/reply.ts";
import { bold, type Span, type StyledText, text } from "#services/reply/text.ts";
import { tinyPicture } from "#test/support/tiny-picture.ts";

/** A message of the bot as a person sees it; parts of one long text are messages of their own. */
export interface Arrived {
  /** Without the list of actions, where actions are part of the text. */
  readonly text: string;
  readonly spans: readonly Span[];
  readonly hasPicture: boolean;
  readonly labels: readonly string[];
}

/** One channel, connected to a platform that the test controls. */
export interface ChannelHarness {
  readonly channel: Channel;
  /** Id of the private conversation below. */
  readonly chat: ChatId;
  /** Its platform knows no styles: words come as they are. */
  readonly isPlain?: true;
  type(text: string): Promise<void>;
  /** Presses an action of the newest message that has it. */
  press(label: string): Promise<void>;
  /** Delivers to the channel a message that it sent itself, where the platform does that. */
  echo(text: string): Promise<void>;
  /** What stands in the conversation now, oldest first. */
  arrived(): Promise<readonly Arrived[]>;
  close(): Promise<void>;
}

/** What every channel does; a platform's own manners are tested beside it. */
export function describeChannel(name: string, open: () => Promise<ChannelHarness>): void {
  describe(`${name} as a channel`, () => {
    let harness: ChannelHarness;
    let heard: Inbound[];

    beforeEach(async () => {
      harness = await open();
      heard = [];
      await harness.channel.start(async (inbound) => {
        heard.push(inbound);
      });
    });

    afterEach(async () => {
      await harness.channel.stop();
      await harness.close();
    });

    const next = (count = 1) => expect.poll(() => heard.length).toBe(count);
    const send = (reply: Partial<Reply>) => harness.channel.send(harness.chat, { ...plain(""), ...reply });

    it("hears what a person types, as addressed in private", async () => {
      await harness.type("/xephang tháng 8");
      await next();
      expect(heard[0]).toMatchObject({ text: "/xephang tháng 8", chat: harness.chat, chatKind: "private" });
      expect(heard[0]?.addressed).toBe(true);
    });

    it("gives every message its own id", async () => {
      await harness.type("một");
      await harness.type("một");
      await next(2);
      expect(new Set(heard.map((one) => one.id)).size).toBe(2);
    });

    it("ignores the bot's own messages", async () => {
      await harness.echo("tôi nói");
      await harness.type("người nói");
      await next();
      expect(heard.map((one) => one.text)).toEqual(["người nói"]);
    });

    it("delivers text with its styles", async () => {
      await send({ text: text`Dẫn đầu: ${bold("Thủ Sỹ")} 89,63` });
      const [message] = await harness.arrived();
      expect(message?.text).toBe("Dẫn đầu: Thủ Sỹ 89,63");
      expect(message?.spans).toEqual(harness.isPlain ? [] : [{ start: 9, length: 6, style: "bold" }]);
    });

    it("delivers a picture and its short text as one message", async () => {
      await send({ text: text`Xếp hạng tháng 8`, picture: tinyPicture() });
      expect(await harness.arrived()).toMatchObject([{ text: "Xếp hạng tháng 8", hasPicture: true }]);
    });

    it("sends the text when the picture cannot be drawn", async () => {
      await send({ text: text`Xếp hạng tháng 8`, picture: tinyPicture({ fails: true }) });
      expect(await harness.arrived()).toMatchObject([{ text: "Xếp hạng tháng 8", hasPicture: false }]);
    });

    it("delivers a long text whole and in order", async () => {
      const rows = Array.from({ length: 600 }, (_, i) => `${i + 1}. Xã Cương Chính 83,28`);
      await send({ text: { text: rows.join("\n"), spans: [] } });
      const messages = await harness.arrived();
      expect(messages.flatMap((message) => message.text.split("\n"))).toEqual(rows);
    });

    it("hears a pressed action as its command, from the message it stood on", async () => {
      const receipt = await send({
        text: text`Tháng 8`,
        actions: [[{ label: "◀ Tháng 7", command: "/xephang t7" }]],
      });
      await harness.press("◀ Tháng 7");
      await next();
      expect(heard[0]).toMatchObject({ text: "/xephang t7", addressed: true });
      expect(heard[0]?.pressed?.messages).toEqual(receipt.messages);
    });

    it("tells of a press on a message that stands, where messages can be replaced", async () => {
      const command = `/canhbao nhận ${"xã Cương Chính ".repeat(6)}`.trim();
      const actions = [[{ label: "Chi tiết", command: "/xa Cương Chính" }], [{ label: "Đã nhận", command }]];
      await send({ text: text`Cảnh báo`, actions, stands: true });
      await harness.press("Chi tiết");
      await harness.press("Đã nhận");
      await next(2);
      expect(heard.map((one) => one.text)).toEqual(["/xa Cương Chính", command]);
      const stands = heard.map(({ pressed }) => pressed?.stands ?? !harness.channel.replaces);
      expect(stands).toEqual([true, true]);
    });

    it("hears a command of any length from an action", async () => {
      const command = `/sosanh ${Array.from({ length: 12 }, () => "xã Cương Chính").join(", ")} tháng 8/2024`;
      await send({ text: text`So sánh`, actions: [[{ label: "So sánh", command }]] });
      await harness.press("So sánh");
      await next();
      expect(heard[0]?.text).toBe(command);
    });

    it("puts a reply in the place of an earlier one, or below it where messages stay as they are", async () => {
      const first = await send(plain("Tháng 8"));
      await harness.channel.send(harness.chat, plain("Tháng 7"), { replace: first });
      const standing = harness.channel.replaces ? [] : ["Tháng 8"];
      expect((await harness.arrived()).map((message) => message.text)).toEqual([...standing, "Tháng 7"]);
    });

    it("takes the same replacement twice", async () => {
      const first = await send(plain("Tháng 8"));
      await harness.channel.send(harness.chat, plain("Tháng 7"), { replace: first });
      await harness.channel.send(harness.chat, plain("Tháng 7"), { replace: first });
      const standing = harness.channel.replaces ? [] : ["Tháng 8", "Tháng 7"];
      expect((await harness.arrived()).map((message) => message.text)).toEqual([...standing, "Tháng 7"]);
    });
  });
}

function plain(words: string): Reply {
  const whole: StyledText = { text: words, spans: [] };
  return { text: whole, actions: [] };
}
