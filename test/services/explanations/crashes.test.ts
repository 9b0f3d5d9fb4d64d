import { expect, it } from "vitest";
import type { Explanation } from "#services/explanations/explanation.ts";
import { keysUnder, type Store } from "#services/store/store.ts";
import { onBothStores } from "#test/services/delivery/both-stores.ts";
import { createMortalStore } from "#test/services/delivery/mortal-store.ts";
import type { TestBot } from "#test/support/start-bot.ts";
import { startTimeline, type Timeline } from "#test/support/timeline.ts";

const NOW = "2030-01-09 09:00";
/** An officer, two editors, and the group that was told of the alert. */
const LAN = "test:lan";
const MINH = "test:minh";
const HOA = "test:hoa";
const GROUP = "test:group";

/** Who says what, one message after the other. */
const TALK: readonly (readonly [person: string, text: string])[] = [
  [LAN, "/giaitrinh 1"],
  [LAN, "Thiếu cán bộ"],
  [LAN, "Bố trí thêm"],
  [LAN, "31/1/2030"],
  [LAN, "/giaitrinh 1 gửi"],
  [MINH, "/giaitrinh 1 chấp nhận"],
];

/** More commits than the talk takes. */
const MOST_COMMITS = 40;

onBothStores("explanations", (place) => {
  it.each(["before", "after"] as const)(
    "survive a process killed %s any commit, its message heard again",
    async (when) => {
      const line = await begin(place.store);
      const told: string[] = [];
      let isOver = false;
      for (let nth = 1; !isOver; nth++) {
        const dying = createDying(place.store, when);
        const victim = await startTimeline({ store: dying.store, now: NOW });
        dying.arm(nth);
        let speaker: TestBot = victim;
        for (const [place, [from, text]] of TALK.entries()) {
          const words = { from, chat: from, id: `${nth}/${place}` };
          const reply = await speaker.say(text, words).catch(() => null);
          if (reply && reply.refused !== "unexpected") continue;
          speaker = line;
          await line.say(text, words);
        }
        isOver = speaker === victim;
        await victim.stop();
        const sent = await line.app.services.explanations.ofAlert(1);
        expect(sent.map(({ state }) => state)).toEqual(Array.from({ length: nth }, () => "accepted"));
        expect(sent.at(-1)).toMatchObject(SAID);
        told.push(...newsOf(sent.at(-1)));
        expect(await owed(place.store)).toEqual([...told].sort());
        expect(nth).toBeLessThan(MOST_COMMITS);
      }
      await line.stop();
    },
  );

  it("are sent once when two processes are told to at the same moment", async () => {
    const line = await begin(place.store);
    const beside = await startTimeline({ store: await place.connect(), now: NOW });
    for (const [from, text] of TALK.slice(0, 4)) await line.say(text, { from, chat: from });
    const send = (bot: TestBot) => bot.say("/giaitrinh 1 gửi", { from: LAN, chat: LAN });
    const replies = await Promise.all([line, beside, line, beside].map(send));
    expect(new Set(replies.map((reply) => reply?.text.text)).size).toBe(1);
    expect(await line.app.services.explanations.ofAlert(1)).toHaveLength(1);
    await Promise.all([line.stop(), beside.stop()]);
  });

  it("are decided on by one of two leaders", async () => {
    const line = await begin(place.store);
    const beside = await startTimeline({ store: await place.connect(), now: NOW });
    for (const [from, text] of TALK.slice(0, 5)) await line.say(text, { from, chat: from });
    const replies = await Promise.all([
      line.say("/giaitrinh 1 chấp nhận", { from: MINH, chat: MINH }),
      beside.say("/giaitrinh 1 trả lại chưa rõ", { from: HOA, chat: HOA }),
    ]);
    expect(
      replies.map((reply) => reply?.refused).filter((code) => code === "explanation-settled"),
    ).toHaveLength(1);
    const [only] = await line.app.services.explanations.ofAlert(1);
    expect(await line.app.services.alerts.get(1)).toMatchObject({ state: only?.state });
    await Promise.all([line.stop(), beside.stop()]);
  });
});

const SAID = { cause: "Thiếu cán bộ", remedy: "Bố trí thêm", deadline: "2030-01-31" };

/** A unit below its target, its people, and a group that was told. */
async function begin(store: Store): Promise<Timeline> {
  const line = await startTimeline({ store, now: NOW });
  await line.follow(GROUP, "Cương Chính", "targets");
  await line.order(`/quyen cán bộ ${LAN} xã Cương Chính`);
  await line.order(`/quyen nhập liệu ${MINH} huyện Tiên Lữ`);
  await line.order(`/quyen nhập liệu ${HOA} huyện Tiên Lữ`);
  await line.publish("2029-12", {
    "Cương Chính": { "on-time-rate": 82.71 },
    "Thủ Sỹ": { "on-time-rate": 99 },
  });
  return line;
}

/** Everybody who is to hear of one explanation that was sent by Lan and accepted by Minh. */
function newsOf(explanation: Explanation | undefined): readonly string[] {
  const cause = `explanation/1/${explanation?.nth}`;
  return [
    ...[GROUP, MINH, HOA].map((chat) => `${cause}/sent/${chat}`),
    ...[GROUP, LAN].map((chat) => `${cause}/accepted/${chat}`),
  ];
}

async function owed(store: Store): Promise<readonly string[]> {
  const prefix = "deliveries/rows/";
  const rows = await store.list(keysUnder(`${prefix}explanation/`));
  return rows.map(({ key }) => key.slice(prefix.length)).sort();
}

/** Dies at its n-th commit once armed; `after`: it is done, but nobody hears so. Reads alone change nothing. */
function createDying(store: Store, when: "before" | "after") {
  const held = createMortalStore(store);
  let left = Number.POSITIVE_INFINITY;
  return {
    arm(commits: number) {
      left = commits;
    },
    store: {
      ...held,
      async commit(commit) {
        left -= 1;
        if (left === 0 && when === "after") await held.commit(commit);
        if (left === 0) held.die();
        return held.commit(commit);
      },
      close: async () => undefined,
    } satisfies Store,
  };
}
