import type { BackgroundWork } from "#bot/delivering/heartbeat.ts";
import { asDelivered, messages, recipeMessage } from "#commands/messages/messages.ts";
import { catalogs } from "#locales/catalogs.ts";
import type { Delivery } from "#services/delivery/delivery.ts";
import { createLru } from "#services/lru.ts";
import type { Reply } from "#services/reply/reply.ts";
import type { Services } from "#services/services.ts";

/** Messages kept for the next chat of the same broadcast and language: text, picture and all. */
const KEPT_MESSAGES = 64;

export interface RenderOptions {
  readonly services: Services;
  readonly background: Pick<BackgroundWork, "learn">;
}

/** Makes the message of a delivery; what goes to many chats is made once a language. */
export function createRender({ services, background }: RenderOptions) {
  const made = createLru<string, Promise<Reply>>(KEPT_MESSAGES);

  async function make({ recipe, locale }: Delivery): Promise<Reply> {
    await background.learn();
    return recipeMessage({ services, t: catalogs[locale], recipe });
  }

  function messageOf(delivery: Delivery): Promise<Reply> {
    const { recipe, locale } = delivery;
    if (messages[recipe.kind].isMadeAnew) return make(delivery);
    const key = JSON.stringify([locale, recipe]);
    const message = made.get(key) ?? make(delivery);
    made.set(key, message);
    message.catch(() => made.delete(key));
    return message;
  }

  return async (delivery: Delivery): Promise<Reply> =>
    asDelivered(await messageOf(delivery), delivery, catalogs[delivery.locale].messages);
}
