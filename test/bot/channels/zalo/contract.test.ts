import type { TextStyle } from "#services/reply/text.ts";
import { openZalo } from "#test/bot/channels/zalo/harness.ts";
import { type Arrived, type ChannelHarness, describeChannel } from "#test/support/channel-contract.ts";
import type { FakeMessage } from "#test/support/fake-zalo/world.ts";

describeChannel("Zalo", async (): Promise<ChannelHarness> => {
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
});

const STYLES: Readonly<Record<string, TextStyle>> = { b: "bold", i: "italic" };

function arrived(message: FakeMessage): Arrived {
  const [text = ""] = message.text.split("\n\n");
  return {
    text: listed(message).length > 0 ? text : message.text,
    spans: message.styles.flatMap(({ start, len, st }) =>
      st.map((style) => ({ start, length: len, style: STYLES[style] ?? "code" })),
    ),
    hasPicture: message.photo !== null,
    labels: listed(message).map(({ label }) => label),
  };
}

/** Actions as a person reads them: "1. ◀ Tháng 7" below an empty line. */
function listed({ text }: FakeMessage): readonly { readonly number: string; readonly label: string }[] {
  const [, ...below] = text.split("\n\n");
  return [...below.join("\n").matchAll(/^(\d+)\. (.+)$/gmu)].map(([, number = "", label = ""]) => ({
    number,
    label,
  }));
}
