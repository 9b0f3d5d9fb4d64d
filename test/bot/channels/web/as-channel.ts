import { startWeb } from "#test/bot/channels/web/start-web.ts";
import { visit } from "#test/bot/channels/web/visitor.ts";
import { ask } from "#test/bot/http/request.ts";
import type { ChannelHarness } from "#test/support/channel-contract.ts";

/** A browser on the web chat. */
export async function openAsChannel(): Promise<ChannelHarness> {
  const { web, port, stop } = await startWeb({ listens: false });
  const visitor = await visit(port);
  const fromBot = async () => (await visitor.messages()).filter((message) => message.from === "bot");

  return {
    channel: web,
    chat: visitor.chat,

    async type(text) {
      await visitor.say(text);
    },

    async press(label) {
      for (const { id, actions } of (await fromBot()).reverse()) {
        const action = actions.flat().find((one) => one.label === label);
        if (action) return void (await visitor.post(visitor.body({ text: action.command, pressed: id })));
      }
      throw new Error(`no message has the action ${label}`);
    },

    // What the bot sends comes back to the page alone.
    async echo(text) {
      await web.send(visitor.chat, { text: { text, spans: [] }, actions: [] });
    },

    async arrived() {
      const messages = await fromBot();
      return Promise.all(
        messages.map(async ({ text, spans, picture, actions }) => ({
          text,
          spans,
          hasPicture: picture !== undefined && (await ask(port, picture.url)).status === 200,
          labels: actions.flat().map((action) => action.label),
        })),
      );
    },

    close: stop,
  };
}
