import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSession } from "#bot/channels/web/session.ts";

const message = (id: string, text = "", from: "me" | "bot" = "bot") => {
  return { id, from, at: 0, text, spans: [], actions: [] } as const;
};

describe("a session", () => {
  it("tells a reader who was away just what makes his copy whole", () => {
    const step = fc.oneof(
      fc.record({ put: fc.nat(30), text: fc.string() }),
      fc.record({ readAsReader: fc.nat(2) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const session = createSession("web:a");
        const readers = [0, 1, 2].map(() => ({ version: 0, copy: new Map<string, unknown>() }));
        const read = (reader: (typeof readers)[number]) => {
          const { version, messages } = session.news(reader.version);
          for (const one of messages) reader.copy.set(one.id, one);
          reader.version = version;
        };
        for (const one of steps) {
          if ("put" in one) session.put(message(`m${one.put}`, one.text));
          else for (const reader of readers.slice(one.readAsReader)) read(reader);
        }
        const whole = session.news(0).messages;
        for (const reader of readers) {
          read(reader);
          expect([...reader.copy.values()]).toEqual(whole);
        }
      }),
    );
  });

  it("keeps the place of a message that is replaced", () => {
    const session = createSession("web:a");
    session.put(message("one"));
    session.put(message("two"));
    session.put(message("one", "new"));
    expect(session.news(0).messages.map(({ id, text }) => id + text)).toEqual(["onenew", "two"]);
  });

  it("keeps the newest two hundred messages", () => {
    const session = createSession("web:a");
    for (let i = 0; i < 250; i++) session.put(message(`m${i}`));
    const kept = session.news(0).messages;
    expect(kept.length).toBe(200);
    expect(kept[0]?.id).toBe("m50");
    expect(session.has("m49")).toBe(false);
  });

  it("wakes whoever waits when something changes, and at once when it already has", async () => {
    const session = createSession("web:a");
    const { version } = session.news(0);
    const woken = session.change(version, 60_000);
    session.put(message("one"));
    await woken;
    await session.change(version, 60_000);
    expect(session.news(version).messages.length).toBe(1);
  });

  it("lets go of who waits when it closes or patience ends", async () => {
    const session = createSession("web:a");
    await session.change(0, 1);
    const waiting = session.change(0, 60_000);
    session.close();
    await waiting;
    expect(session.closed).toBe(true);
  });

  it("shows work until its answer is there, and until the last work is done", async () => {
    const session = createSession("web:a");
    let finish = () => {};
    const long = session.during(async () => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
    expect(session.news(0).doing).toBe("typing");
    session.show("picture");
    expect(session.news(0).doing).toBe("picture");
    session.put(message("answer"));
    expect(session.news(0).doing).toBeNull();
    finish();
    await long;
  });

  it("shows work until it ends, also when it fails or answers nothing", async () => {
    const session = createSession("web:a");
    const failing = session.during(async () => {
      throw new Error("lost");
    });
    expect(session.news(0).doing).toBe("typing");
    await expect(failing).rejects.toThrow("lost");
    expect(session.news(0).doing).toBeNull();
  });

  it("counts its streams", () => {
    const session = createSession("web:a");
    const entered = Array.from({ length: 20 }, () => session.enter());
    expect(entered.filter(Boolean).length).toBe(16);
    session.leave();
    expect(session.enter()).toBe(true);
  });
});
