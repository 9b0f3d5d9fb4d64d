import type { TextStyle } from "#services/reply/text.ts";
import { chatWords } from "#test/bot/channels/chat-words.ts";
import { openZalo } from "#test/bot/channels/zalo/harness.ts";
import type { Arrived, ChannelHarness } from "#test/support/channel-contract.ts";
import type { FakeMessage } from "#test/support/fake-zalo/world.ts";

/** A private conversation on Zalo. */
export async function openAsChannel(): Promise<ChannelHarness> {
  const { fake, channel, close } = await openZalo();
  const chat = fake.privateChat();
  return {
    channel,
    chat: `zalo:${chat.id}`,
    async type(text) {
      fake.say(chat, text);
    },
    async press(label) {
      const number = fake
        .sent(chat)
        .flatMap(listed)
        .findLast((item) => item.label === label)?.number;
      if (!number) throw new Error(`no message offers "${label}"`);
      fake.say(chat, number);
    },
    async echo(text) {
      fake.echo(chat, text);
    },
    arrived: async () => fake.sent(chat).map(arrived),
    close,
  };
}

const STYLES: Readonly<Record<string, TextStyle>> = { b: "bold", i: "italic" };
/** A list that was cut off from the text of its reply has a message of its own. */
const LIST = new RegExp(`(?:^|\n\n)${chatWords().listed.pick("private")}\n(?<items>[^]*)$`, "u");

function arrived(message: FakeMessage): Arrived {
  return {
    text: message.text.replace(LIST, ""),
    spans: message.styles.flatMap(({ start, len, st }) =>
      st.map((style) => ({ start, length: len, style: STYLES[style] ?? "code" })),
    ),
    hasPicture: message.photo !== null,
    labels: listed(message).map(({ label }) => label),
  };
}

/** Actions as a person reads them: "1. ◀ Tháng 7" under a line that says what to do. */
function listed({ text }: FakeMessage): readonly { readonly number: string; readonly label: string }[] {
  const items = LIST.exec(text)?.groups?.items ?? "";
  return [...items.matchAll(/^(\d+)\. (.+)$/gmu)].map(([, number = "", label = ""]) => ({ number, label }));
}
