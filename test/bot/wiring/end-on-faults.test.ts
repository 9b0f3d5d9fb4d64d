import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const run = promisify(execFile);

it.each(["Promise.reject(fault)", "setTimeout(() => { throw fault; })"])(
  "a fault that nobody handles ends the program with one JSON line: %s",
  async (fault) => {
    const script = `
      const { createLog } = await import("#bot/wiring/log.ts");
      const { endOnFaults } = await import("#bot/wiring/end-on-faults.ts");
      endOnFaults(createLog("info"));
      const fault = new Error("nobody caught this");
      ${fault};
      setInterval(() => {}, 1000);
    `;
    const args = ["--import", "tsx", "--input-type=module", "--eval", script];
    const ended = await run(process.execPath, args).catch((error) => error);
    expect(ended.code).toBe(1);
    const [line, ...more] = String(ended.stderr).trim().split("\n");
    expect(more).toEqual([]);
    expect(JSON.parse(line ?? "")).toMatchObject({ level: 60, err: { message: "nobody caught this" } });
  },
);
