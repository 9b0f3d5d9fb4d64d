import type { TextStyle } from "#services/reply/text.ts";
import { openTelegram } from "#test/bot/channels/telegram/harness.ts";
import type { Arrived, ChannelHarness } from "#test/support/channel-contract.ts";
import type { FakeMessage } from "#test/support/fake-telegram/world.ts";

/** A private conversation on Telegram. */
export async function openAsChannel(): Promise<ChannelHarness> {
  const { fake, channel } = await openTelegram();
  const chat = fake.privateChat();
  return {
    channel,
    chat: `telegram:${chat.id}`,
    async type(text) {
      fake.say(chat, text);
    },
    async press(label) {
      const holder = fake.sent(chat).findLast((message) => labelsOf(message).includes(label));
      if (!holder) throw new Error(`no message offers "${label}"`);
      fake.press(holder, label);
    },
    async echo(text) {
      fake.updates.push("message", { message_id: 999, date: 0, chat, from: fake.world.me, text });
    },
    arrived: async () => fake.sent(chat).map(arrived),
    close: fake.close,
  };
}

function arrived(message: FakeMessage): Arrived {
  const entities = message.entities ?? message.caption_entities ?? [];
  return {
    text: message.text ?? message.caption ?? "",
    spans: entities.map(({ type, offset, length }) => ({ start: offset, length, style: type as TextStyle })),
    hasPicture: message.photo !== undefined,
    labels: labelsOf(message),
  };
}

function labelsOf(message: FakeMessage): readonly string[] {
  return message.reply_markup?.inline_keyboard.flat().map((button) => button.text) ?? [];
}
