import { lutimes, mkdir, readdir, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { linesOf, makeClone, projectRoot, runIn, writeIn, writeLock } from "./clone.ts";

const TSX = { "node_modules/tsx": { version: "1.0.0" } };
const HELLO = "console.log(JSON.stringify({ args: process.argv.slice(2) }));";

/** Stands in for npm: writes down each call, then installs tsx by a link and says what it installed, last. */
const NPM = `#!/bin/sh
echo "$@" >> npm-calls
if [ -e npm-broken ]; then echo "registry unreachable"; exit 1; fi
sleep 0.3
mkdir -p node_modules && ln -sfn ${projectRoot}/node_modules/tsx node_modules/tsx
cp package-lock.json node_modules/.package-lock.json
`;

let clone: string;
const run = (entry: string, ...args: readonly string[]) => runIn(clone, "run.mjs", [entry, ...args]);

beforeEach(async () => {
  clone = await makeClone();
  await writeIn(clone, "path/npm", NPM, 0o755);
  await writeIn(clone, "hello.ts", HELLO);
});

afterEach(async () => {
  await rm(clone, { recursive: true });
});

describe("running on a fresh clone", () => {
  test("installs, tells so beside standard output, and runs with its arguments", async () => {
    const { code, stdout, stderr } = await run("hello.ts", "/xephang thang 8", "--json");

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ args: ["/xephang thang 8", "--json"] });
    expect(stderr).toBe("Đang cài các gói cần dùng, có thể mất một, hai phút…\n");
    expect(await linesOf(clone, "npm-calls")).toEqual([
      "ci --ignore-scripts --no-audit --no-fund --loglevel=error --omit=dev",
    ]);
  });

  test("does not install again, until the lockfile asks for something else", async () => {
    await run("hello.ts");
    const second = await run("hello.ts");
    await writeLock(clone, { "node_modules/tsx": { version: "1.0.1" } });
    await run("hello.ts");

    expect(second.stderr).toBe("");
    expect(await linesOf(clone, "npm-calls")).toHaveLength(2);
  });

  test("asks for development packages only where tests or benches run", async () => {
    await run("hello.ts");
    await writeLock(clone, { ...TSX, "node_modules/vitest": { version: "4.0.0", dev: true } });
    await run("hello.ts");
    await writeIn(clone, "test/bench.ts", HELLO);
    await run("test/bench.ts");

    const calls = await linesOf(clone, "npm-calls");
    expect(calls.map((call) => call.includes("--include=dev"))).toEqual([false, true]);
  });

  test("keeps the development packages that tests have brought", async () => {
    await writeLock(clone, { ...TSX, "node_modules/vitest": { version: "4.0.0", dev: true } });
    await writeIn(clone, "test/bench.ts", HELLO);
    await run("test/bench.ts");
    await run("hello.ts");
    await writeLock(clone, { "node_modules/tsx": { version: "1.0.1" } });
    await run("hello.ts");

    const calls = await linesOf(clone, "npm-calls");
    expect(calls.map((call) => call.split(" ").at(-1))).toEqual(["--include=dev", "--include=dev"]);
  });

  test("two at once install once", async () => {
    const both = await Promise.all([run("hello.ts", "a"), run("hello.ts", "b")]);

    expect(both.map(({ stdout }) => JSON.parse(stdout).args)).toEqual([["a"], ["b"]]);
    expect(await linesOf(clone, "npm-calls")).toHaveLength(1);
  });

  test.each([
    ["died", async (lock: string) => writeFile(lock, "999999999")],
    [
      "died before it wrote its number",
      async (lock: string) => writeFile(lock, "").then(() => makeOld(lock, 10)),
    ],
    [
      "died, and another program has its number",
      async (lock: string) => {
        await writeFile(lock, String(process.pid));
        await makeOld(lock, 3600);
      },
    ],
    [
      "was an older version, which made a link",
      async (lock: string) => {
        await symlink("999999999", lock);
        await lutimes(lock, 0, 0);
      },
    ],
  ])("takes over the lock of an installer that %s", async (_, leave) => {
    await mkdir(join(clone, "data"));
    await leave(join(clone, "data/install.lock"));

    expect((await run("hello.ts")).code).toBe(0);
    expect(await readdir(join(clone, "data"))).not.toContain("install.lock");
  });

  test("says what npm said and one sentence when npm fails, and leaves no lock", async () => {
    await writeIn(clone, "npm-broken", "");
    const { code, stdout, stderr } = await run("hello.ts");
    await rm(join(clone, "npm-broken"));

    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("registry unreachable\nChưa cài được các gói cần dùng.");
    expect((await run("hello.ts")).code).toBe(0);
  });

  test("refuses a Node.js that is too old with one sentence, installing nothing", async () => {
    const version = `{ value: { ...process.versions, node: "20.18.3" } }`;
    await writeIn(clone, "old.cjs", `Object.defineProperty(process, "versions", ${version});`);
    const { code, stderr } = await runIn(clone, "run.mjs", ["hello.ts"], {
      env: { NODE_OPTIONS: `--require=${join(clone, "old.cjs")}` },
    });

    expect(code).toBe(1);
    expect(stderr.trim().split("\n")).toEqual([
      expect.stringContaining("Bot 766 cần Node.js từ 20.19 trở lên"),
    ]);
    expect(await linesOf(clone, "npm-calls")).toEqual([]);
  });
});

describe("running what is installed", () => {
  test("passes standard input and the exit code through", async () => {
    const echo = `let text = ""; for await (const chunk of process.stdin) text += chunk;`;
    await writeIn(clone, "echo.ts", `${echo} console.log(text); process.exitCode = 3;`);
    const { code, stdout } = await runIn(clone, "run.mjs", ["echo.ts"], { stdin: "một\nhai" });

    expect({ code, stdout }).toEqual({ code: 3, stdout: "một\nhai\n" });
  });

  test("reads .env, unless the environment already says otherwise", async () => {
    await writeIn(clone, ".env", "TELEGRAM_BOT_TOKEN=1:from-file\nPORT=1\nHOST=0.0.0.0\n");
    await writeIn(
      clone,
      "env.ts",
      "const { TELEGRAM_BOT_TOKEN, PORT, HOST, ENV_FILE_NAMES } = process.env; console.log(TELEGRAM_BOT_TOKEN, PORT, HOST, ENV_FILE_NAMES);",
    );
    const { stdout } = await runIn(clone, "run.mjs", ["env.ts"], { env: { PORT: "2", HOST: "" } });

    expect(stdout).toBe("1:from-file 2  HOST PORT TELEGRAM_BOT_TOKEN\n");
  });

  test.each([
    ["Notepad's UTF-8", (text: string) => Buffer.from(`\ufeff${text}`)],
    ["Notepad's UTF-16", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")],
    ["big-endian UTF-16", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["UTF-16 without a mark", (text: string) => Buffer.from(text, "utf16le")],
  ])("reads a .env in %s, its first line too", async (_, encode) => {
    await writeFile(join(clone, ".env"), encode("ACCESS=approved\r\nHOME_SCOPE=huyện Tiên Lữ\r\n"));
    await writeIn(
      clone,
      "env.ts",
      "const { ACCESS, HOME_SCOPE } = process.env; console.log(ACCESS, HOME_SCOPE);",
    );

    expect((await run("env.ts")).stdout).toBe("approved huyện Tiên Lữ\n");
  });

  test.each([
    ["a comment and quotes", `# riêng\nACCESS="approved" # nhóm mới phải duyệt`],
    ["export", "export ACCESS=approved"],
    ["quotes of a word processor", "ACCESS=“approved”"],
    ["its single quotes", "ACCESS = ‘approved’"],
    ["no-break spaces", "ACCESS\u00a0=\u00a0approved\u00a0"],
    ["a wide space and equals sign", "\u3000ACCESS\u3000＝approved"],
    ["what nobody sees", "\u200bACC\u00adESS=\u2060approved\u200e"],
    ["line ends of an old Mac", "PORT=0\rACCESS=approved\r"],
  ])("reads a .env with %s", async (_, text) => {
    await writeIn(clone, ".env", text);
    await writeIn(clone, "env.ts", "console.log(process.env.ACCESS);");

    expect(await run("env.ts")).toMatchObject({
      stdout: "approved\n",
      stderr: expect.not.stringContaining(".env"),
    });
  });

  test.each([
    ["ACCESS approved", "Tệp .env, dòng 2: thiếu dấu “=”. Hãy viết ACCESS=giá trị rồi gõ lại lệnh.\n"],
    ["ACCESS: approved", "Tệp .env, dòng 2: thiếu dấu “=”. Hãy viết ACCESS=giá trị rồi gõ lại lệnh.\n"],
    [
      Buffer.from([0x41, 0x3d, 0xff, 0xfe, 0x81]),
      "Không đọc được tệp .env. Hãy lưu lại tệp dưới dạng văn bản thuần UTF-8 rồi gõ lại lệnh.\n",
    ],
  ])("refuses a .env of which something would not count: %s", async (text, sentence) => {
    await writeFile(join(clone, ".env"), typeof text === "string" ? `PORT=0\n${text}\n` : text);
    await writeIn(clone, "env.ts", "console.log(process.env.ACCESS);");

    expect(await run("env.ts")).toEqual({ code: 1, stdout: "", stderr: sentence });
  });

  test("installs through the proxy that stands in .env", async () => {
    await writeIn(clone, "path/npm", NPM.replace('"$@"', '"$HTTPS_PROXY"'), 0o755);
    await writeIn(clone, ".env", "HTTPS_PROXY=http://proxy.vn:3128\n");
    await run("hello.ts");

    expect(await linesOf(clone, "npm-calls")).toEqual(["http://proxy.vn:3128"]);
  });

  test("a signal reaches the app, which stops in its own way", async () => {
    const stop = `process.on("SIGTERM", () => { console.log("đã dừng"); process.exit(0); });`;
    await writeIn(clone, "wait.ts", `${stop} setInterval(() => {}, 1000); console.log("sẵn sàng");`);
    const { code, stdout } = await runIn(clone, "run.mjs", ["wait.ts"], { stopWhen: "sẵn sàng" });

    expect({ code, stdout }).toEqual({ code: 0, stdout: "sẵn sàng\nđã dừng\n" });
  });
});

function makeOld(file: string, seconds: number): Promise<void> {
  const then = Date.now() / 1000 - seconds;
  return utimes(file, then, then);
}
