import fc from "fast-check";
import { expect, it } from "vitest";
import { createMapMemory } from "#bot/channels/memory.ts";
import { createChatKinds } from "#bot/channels/zalo/chat-kinds.ts";
import { createNames } from "#bot/channels/zalo/names.ts";
import { createReceiver } from "#bot/channels/zalo/receiver.ts";
import type { Inbound } from "#services/inbound.ts";
import { forgetfulJournal } from "#services/journal/journal.ts";
import { createLog } from "#test/support/log.ts";

const anything = fc.jsonValue({ maxDepth: 3 });
const id = fc.oneof(fc.string({ minLength: 1, maxLength: 24 }), fc.integer());

/** An event as Zalo posts it, but for one or the other field that may be anything. */
const event = fc.record({
  event_name: fc.constantFrom("message.text.received", "message.image.received", "message.link.received"),
  message: fc.record(
    {
      message_id: id,
      from: fc.record({ id, display_name: anything, is_bot: anything }, { requiredKeys: ["id"] }),
      chat: fc.record({ id, chat_type: anything }, { requiredKeys: ["id"] }),
      text: fc.oneof(fc.string(), anything),
      caption: fc.oneof(fc.string(), anything),
      date: fc.oneof(fc.integer(), anything),
    },
    { requiredKeys: ["message_id", "from", "chat"] },
  ),
});
const posted = fc.oneof(
  event,
  event.map((result) => ({ ok: true, result })),
  anything,
);

it("whatever is posted, nothing is thrown, and what is heard has a chat, a sender and a text", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(posted, { maxLength: 20 }), async (posts) => {
      const memory = createMapMemory();
      const log = createLog();
      const heard: Inbound[] = [];
      const receiver = createReceiver({
        logger: log,
        names: createNames(memory),
        chatKinds: createChatKinds(memory),
        interpret: async (inbound) => inbound,
        fetchPicture: async () => new Uint8Array(),
        journal: forgetfulJournal(),
        now: () => 0,
      });
      for (const post of posts) await receiver.take([post], async (inbound) => void heard.push(inbound));
      await receiver.idle(1000);
      expect(log.messages("error")).toEqual([]);
      for (const { chat, sender, text } of heard) {
        expect(chat).toMatch(/^zalo:./su);
        expect(sender.id).toMatch(/^zalo:./su);
        expect(text).toBe(text.normalize("NFC").trim());
      }
    }),
  );
});
