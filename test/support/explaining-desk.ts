import { toPeriod } from "#services/periods/period.ts";
import type { Reply } from "#services/reply/reply.ts";
import { chatId } from "#test/support/chat-id.ts";
import { type Office, startOffice } from "#test/support/office.ts";
import { createRecordingChannel, type RecordingChannel } from "#test/support/recording-channel.ts";

/** Officer of Cương Chính, editor of the district, and a group of the commune that is told of its alerts. */
export const LAN = "test:lan";
export const MINH = "test:minh";
export const GROUP = "test:group";

/** The alert that is explained. */
export const MATTER =
  "Xã Cương Chính, tháng 8/2024: Điểm tổng hợp 83,28 — giảm 2,60 so với 85,88 (tháng 7/2024)";

export interface Speech {
  readonly from?: string;
  readonly chat?: string;
  /** The message whose action is pressed. */
  readonly on?: string;
}

/** An office with an open alert, and the persons who speak about it. */
export interface Desk {
  readonly office: Office;
  readonly channel: RecordingChannel;
  /** Through the channel, as a platform would bring it; by Lan in private unless said otherwise. */
  speak(text: string, speech?: Speech): Promise<void>;
  /** Presses an action of the newest message of a chat. */
  press(label: string, speech?: Speech): Promise<void>;
  /** Lan answers all that is asked and sends it. */
  explain(deadline?: string): Promise<void>;
  /** The newest message of a chat. */
  last(chat: string): Reply;
  words(chat: string): string;
  /** What a chat is owed about explanations, in the order of the ledger's ids. */
  owedNews(chat: string): Promise<readonly string[]>;
}

/** On a Monday morning the score of Cương Chính falls by 2,60 points. */
export async function startDesk(): Promise<Desk> {
  const office = await startOffice({ now: "2024-09-09T09:00:00+07:00" });
  const channel = createRecordingChannel();
  await office.app.listen(channel);
  const desk = createDesk(office, channel);
  await office.order(`/quyen cán bộ ${LAN} xã Cương Chính`);
  await office.order(`/quyen nhập liệu ${MINH} huyện Tiên Lữ`);
  await desk.speak("/batdau", { from: MINH, chat: GROUP });
  const found = office.app.services.units.find("Cương Chính", { within: office.scope.id });
  if (found.found !== "one") throw new Error("no commune");
  const kinds = ["targets", "overdue", "rank"] as const;
  await office.app.services.subscriptions.add({ chat: GROUP, unit: found.unit.id, kinds, by: MINH });
  await office.publish({ "Cương Chính": 85.88, "Thủ Sỹ": 82 }, { period: toPeriod("2024-07") });
  await office.publish({ "Cương Chính": 83.28, "Thủ Sỹ": 89 });
  await office.look();
  return desk;
}

export function labels(reply: Reply | undefined): readonly string[] {
  return reply?.actions.flat().map(({ label }) => label) ?? [];
}

function createDesk(office: Office, channel: RecordingChannel): Desk {
  let heard = 0;
  const desk: Desk = {
    office,
    channel,
    async speak(text, { from = LAN, chat = from, on } = {}) {
      heard += 1;
      await channel.hear({
        id: String(heard),
        chat: chatId(chat),
        chatKind: chat === from ? "private" : "group",
        chatName: chat === from ? "" : "Xã Cương Chính",
        sender: { id: chatId(from), name: from === LAN ? "Trần Thị Lan" : "Lê Văn Minh" },
        text,
        addressed: true,
        ...(on === undefined ? {} : { pressed: { chat: chatId(chat), messages: [on] } }),
        isChatAdmin: async () => true,
      });
    },
    async press(label, { from = LAN, chat = from } = {}) {
      const action = desk
        .last(chat)
        .actions.flat()
        .find((one) => one.label === label);
      if (!action) throw new Error(`no ${label} under: ${desk.words(chat)}`);
      await desk.speak(action.command, { from, chat, on: "0" });
    },
    async explain(deadline = "30/9") {
      await desk.speak("/giaitrinh Cương Chính");
      await desk.speak("Tổng hợp số liệu chậm\nThiếu cán bộ một cửa");
      await desk.speak("Bố trí thêm một cán bộ");
      await desk.speak(deadline);
      await desk.press("Gửi");
    },
    last(chat) {
      const reply = channel.standing(chat).at(-1);
      if (!reply) throw new Error(`nothing was said in ${chat}`);
      return reply;
    },
    words: (chat) => desk.last(chat).text.text,
    async owedNews(chat) {
      const rows = await office.rows();
      return rows.flatMap((row) =>
        row.chat === chat && row.recipe.kind === "explanation" ? [row.recipe.news] : [],
      );
    },
  };
  return desk;
}
