import { personName } from "#bot/channels/zalo-oa/address.ts";
import { chatWords } from "#test/bot/channels/chat-words.ts";
import { openZaloOa } from "#test/bot/channels/zalo-oa/harness.ts";
import { type ChannelHarness, describeChannel } from "#test/support/channel-contract.ts";
import type { FakeMessage } from "#test/support/fake-zalo-oa/world.ts";

describeChannel("A Zalo Official Account", openAsChannel);

/** A person's conversation with the Official Account. */
async function openAsChannel(): Promise<ChannelHarness> {
  const { fake, channel, close } = await openZaloOa();
  const chat = fake.person();
  return {
    channel,
    chat: personName(chat.id),
    isPlain: true,
    type: async (text) => void (await fake.say(chat, text)),
    async press(label) {
      const number = chat.messages.flatMap(listed).findLast((item) => item.label === label)?.number;
      if (!number) throw new Error(`no message offers "${label}"`);
      await fake.say(chat, number);
    },
    async echo(text) {
      const message = { msg_id: "1", text };
      const { oaId } = fake.world;
      await fake.tell({
        event_name: "oa_send_text",
        sender: { id: oaId },
        message,
        timestamp: `${Date.now()}`,
      });
    },
    arrived: async () =>
      chat.messages.map((message) => ({
        text: message.text.replace(LIST, ""),
        spans: [],
        hasPicture: message.picture !== null,
        labels: listed(message).map(({ label }) => label),
      })),
    close,
  };
}

/** A list that was cut off from the text of its reply has a message of its own. */
const LIST = new RegExp(`(?:^|\n\n)${chatWords().listed.pick("private")}\n(?<items>[^]*)$`, "u");

/** Actions as a person reads them: "1. ◀ Tháng 7" under a line that says what to do. */
function listed({ text }: FakeMessage): readonly { readonly number: string; readonly label: string }[] {
  const items = LIST.exec(text)?.groups?.items ?? "";
  return [...items.matchAll(/^(\d+)\. (.+)$/gmu)].map(([, number = "", label = ""]) => ({ number, label }));
}
