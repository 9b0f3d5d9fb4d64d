// A process of its own: the least that can send one text to many chats, so many at a time. Keeps no record.
interface Order {
  readonly apiRoot: string;
  readonly token: string;
  readonly chats: readonly number[];
  readonly concurrency: number;
  readonly text: string;
}

process.on("message", ({ apiRoot, token, chats, concurrency, text }: Order) => {
  const left = chats.values();
  const sendSome = async () => {
    for (const chat of left) {
      const response = await fetch(`${apiRoot}/bot${token}/sendMessage`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ chat_id: chat, text }),
      });
      await response.json();
    }
  };
  void Promise.all(Array.from({ length: concurrency }, sendSome)).then(() => process.disconnect());
});
