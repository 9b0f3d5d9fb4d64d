import { afterEach, describe, expect, it } from "vitest";
import { MAX_BYTES } from "#services/documents/read-document.ts";
import type { Inbound } from "#services/inbound.ts";
import { startWeb, stopAll } from "#test/bot/channels/web/start-web.ts";
import { visit } from "#test/bot/channels/web/visitor.ts";

afterEach(stopAll);

const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words);
const file = (name: string, words = name) => ({ name, bytes: bytesOf(words) });

async function contents({ files = [] }: Inbound): Promise<readonly (readonly [string, string])[]> {
  const read = new TextDecoder();
  return Promise.all(files.map(async ({ name, bytes }) => [name, read.decode(await bytes())] as const));
}

describe("a file posted to the web chat", () => {
  it("reaches the bot as it is, with the rights of whoever sits there, and its name is shown", async () => {
    const { port, heard } = await startWeb();
    const visitor = await visit(port);
    expect((await visitor.send([file("tiên lữ.docx", "88,03")])).status).toBe(202);
    const inbound = heard[0] ?? expect.fail("nothing was heard");
    expect(inbound).toMatchObject({ text: "", wordless: true, trusted: true, takesFiles: true });
    expect(await contents(inbound)).toEqual([["tiên lữ.docx", "88,03"]]);
    await visitor.send([file("x.docx")], { "x-forwarded-for": "203.0.113.7" });
    expect(heard[1]?.trusted).toBe(false);
    expect(await visitor.messages()).toMatchObject([
      { from: "me", text: "", attached: ["tiên lữ.docx"] },
      { from: "me", text: "", attached: ["x.docx"] },
    ]);
  });

  it("comes with others as the pages of one paper, in their order", async () => {
    const { port, heard } = await startWeb();
    await (await visit(port)).send([file("1.jpg", "một"), file("2.jpg", ""), file("3.jpg", "ba")]);
    expect(heard).toHaveLength(1);
    expect(await contents(heard[0] ?? expect.fail("nothing was heard"))).toEqual([
      ["1.jpg", "một"],
      ["2.jpg", ""],
      ["3.jpg", "ba"],
    ]);
  });

  it("may be called anything", async () => {
    const { port, heard } = await startWeb();
    const visitor = await visit(port);
    const names = [
      "../../etc/passwd",
      "a\nb\r\nc.docx",
      `${"tên ".repeat(100)}.docx`,
      "",
      "<img src=x>",
      "\u202etxt.exe",
    ];
    for (const name of names) expect((await visitor.send([file(name, "88,03")])).status).toBe(202);
    expect(heard.map(({ files }) => files?.[0]?.name)).toEqual(names);
    const shown = (await visitor.messages()).flatMap(({ attached = [] }) => attached);
    expect(shown.slice(0, 2)).toEqual(["../../etc/passwd", "a b c.docx"]);
    expect(shown[2]?.length).toBeLessThanOrEqual(120);
    expect(shown.slice(3)).toEqual(["", "<img src=x>", "txt.exe"]);
  });

  it.each([
    ["another site's Origin", { origin: "http://evil.example" }, 403],
    ["a wrong page token", { "x-page-token": "guess" }, 403],
    ["no cookie", { cookie: "" }, 403],
    ["a first line that is no JSON", { head: "tien-lu.docx" }, 400],
    [
      "sizes that are not those of the files",
      { head: `{"id":"${"0".repeat(32)}","files":[{"name":"","size":9}]}` },
      400,
    ],
    ["no file at all", { head: `{"id":"${"0".repeat(32)}","files":[]}` }, 400],
  ])("is refused with %s", async (_, instead, status) => {
    const { port, heard } = await startWeb();
    const visitor = await visit(port);
    expect((await visitor.send([file("a", "88,03")], instead)).status).toBe(status);
    expect(heard).toEqual([]);
  });

  it("may be as large as the largest paper, and no larger", async () => {
    const { port, heard } = await startWeb();
    const visitor = await visit(port);
    const largest = { name: "quet.pdf", bytes: new Uint8Array(MAX_BYTES) };
    expect((await visitor.send([largest])).status).toBe(202);
    expect((await visitor.send([largest, file("a")])).status).toBe(413);
    expect(heard).toHaveLength(1);
  });

  it("is not taken while the bytes of four others are held, and is once one is read", async () => {
    const waiting: (() => void)[] = [];
    const { port } = await startWeb({ receive: () => new Promise((resolve) => waiting.push(resolve)) });
    const visitors = await Promise.all(Array.from({ length: 5 }, () => visit(port)));
    const statuses: number[] = [];
    for (const { send } of visitors) statuses.push((await send([file("a")])).status);
    expect(statuses).toEqual([202, 202, 202, 202, 429]);
    waiting[0]?.();
    await new Promise((resolve) => setImmediate(resolve));
    expect((await visitors[4]?.send([file("a")]))?.status).toBe(202);
    for (const end of waiting) end();
  });
});
