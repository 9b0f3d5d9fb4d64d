import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openStore } from "#services/store/open-store.ts";
import { type Ended, runAsk } from "#test/support/program.ts";

interface Message {
  readonly text: string;
  readonly image: { path: string; width: number; height: number; alt: string } | null;
  readonly file: { path: string; name: string } | null;
  readonly actions: readonly { label: string; command: string }[];
  readonly refused?: string;
}

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** Every line of standard output, each a JSON array of messages, and nothing else. */
function arrays({ stdout }: Ended): readonly (readonly Message[])[] {
  expect(stdout.endsWith("\n")).toBe(true);
  const answers = stdout
    .slice(0, -1)
    .split("\n")
    .map((line) => JSON.parse(line) as readonly Message[]);
  for (const { image } of answers.flat()) if (image) folders.push(dirname(image.path));
  return answers;
}

async function ask(message: string, ...options: readonly string[]): Promise<Message> {
  const ended = await runAsk([message, "--json", ...options]);
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  const [answer, ...others] = arrays(ended);
  expect(others).toEqual([]);
  expect(answer).toHaveLength(1);
  return answer?.[0] as Message;
}

describe("ask --json", () => {
  it("answers one array of messages with text, picture and actions, each with these fields only", async () => {
    const message = await ask("/xephang Gia Lai");
    expect(Object.keys(message)).toEqual(["text", "image", "file", "actions"]);
    expect(message.text).toContain("tỉnh Gia Lai · 135 xã, phường");
    expect(message.file).toBeNull();
    expect(message.actions.length).toBeGreaterThan(2);
    for (const action of message.actions) {
      expect(Object.keys(action)).toEqual(["label", "command"]);
      expect(action.command).toMatch(/^\/\w/u);
    }
  });

  it("names a PNG of the size it says, with the same in words", async () => {
    const { image } = await ask("/xephang sở Gia Lai");
    expect(image && Object.keys(image)).toEqual(["path", "width", "height", "alt"]);
    const png = await readFile(image?.path ?? "");
    expect(image?.path).toMatch(/^\/.*\.png$/u);
    expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
    expect({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }).toEqual({
      width: image?.width,
      height: image?.height,
    });
    expect(image?.alt).toContain("Sở Y tế: 69,55");
  });

  it.each([
    ["", "not-understood"],
    ["/xephag", "unknown-command"],
    ["/xa Tân Tiến", "ambiguous"],
    ["/xa Qqqq Zzzz", "unknown-unit"],
    ["/xephang Gia Lai tháng 3/2021", "no-period"],
    ["/xephang phường Pleiku", "no-children"],
    ["/kiemtra 0000", "unknown-code"],
    ["x".repeat(5000), "too-long"],
  ])("answers %j with the refusal %s, which is an answer", async (message, code) => {
    const { refused, text, image, file } = await ask(message);
    expect(refused).toBe(code);
    expect(text.length).toBeLessThanOrEqual(400);
    expect([image, file]).toEqual([null, null]);
  });

  it("reads a message a line from standard input and answers an array a line, blank lines too", async () => {
    const stdin = "/trogiup\n\n  \r\n/xa Tân Tiến\nxin chào";
    const answers = arrays(await runAsk(["-", "--json"], { stdin }));
    expect(answers.map((messages) => messages.map(({ refused }) => refused ?? "answered"))).toEqual([
      ["answered"],
      ["not-understood"],
      ["not-understood"],
      ["ambiguous"],
      ["answered"],
    ]);
  });

  it("prints nothing for no lines at all", async () => {
    expect(await runAsk(["-", "--json"])).toMatchObject({ code: 0, stdout: "", stderr: "" });
  });
});

describe("ask", () => {
  it("prints the answer and what can be asked next as a person reads it", async () => {
    const { code, stdout, stderr } = await runAsk(["/diaban"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^Địa bàn đang xem: huyện Tiên Lữ\.\n/u);
    expect(stdout).toContain("  [Bảng xếp hạng] /xephang\n");
  });

  it("takes the words of a message as one, quoted or not", async () => {
    const { stdout } = await runAsk(["/trogiup", "xephang"]);
    expect(stdout).toContain("/xephang [kỳ]");
  });

  it.each([[[]], [["/diaban", "--as", "admin"]]])("says how it is used when called as %j", async (args) => {
    const { code, stdout, stderr } = await runAsk(args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^Cách dùng: npm run -s ask -- /u);
  });

  it("says what is wrong with the environment, and fails", async () => {
    const { code, stdout, stderr } = await runAsk(["/diaban", "--json"], { env: { LOCALE: "fr" } });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^- LOCALE: /mu);
  });

  it("keeps a chat's settings, each chat its own, and nothing of the sample", async () => {
    const folder = await mkdtemp(join(tmpdir(), "bot766-store-"));
    folders.push(folder);
    const env = { STORE_URL: `file:${join(folder, "kho.db")}` };
    const set = await runAsk(["/diaban tỉnh Gia Lai", "--chat", "terminal:a"], { env });
    expect(set.stdout).toContain("Đã đặt địa bàn là tỉnh Gia Lai.");
    const own = await runAsk(["/diaban", "--chat", "terminal:a"], { env });
    expect(own.stdout).toContain("Địa bàn đang xem: tỉnh Gia Lai.");
    const other = await runAsk(["/diaban"], { env });
    expect(other.stdout).toContain("Địa bàn đang xem: huyện Tiên Lữ.");

    const store = await openStore(env.STORE_URL);
    const all = await store.list({ from: "", to: "\u{10ffff}" });
    await store.close();
    const keys = all.map(({ key }) => key);
    expect(keys.filter((key) => !key.startsWith("audit/"))).toEqual(["chats/terminal:a"]);
    expect(keys).toHaveLength(2);
  });
});
