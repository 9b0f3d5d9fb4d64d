import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { createSystemd } from "#bot/service/systemd.ts";
import { folderOfUnit, systemdUnit } from "#bot/service/systemd-unit.ts";
import { type FakeManager, openFakeManager } from "#test/support/fake-managers/open.ts";

let fake: FakeManager;
afterEach(() => fake.close());

const UNIT = "bot766.service";
const owner = { name: "vanthu", id: "1000:1000" };

async function systemd(scope: "user" | "system", env: Readonly<Record<string, string>> = {}) {
  fake = await openFakeManager({ FAKE_SCOPE: scope, ...env });
  return createSystemd({
    root: fake.root,
    node: process.execPath,
    run: fake.run,
    folder: fake.units,
    owner: scope === "system" ? owner : null,
    person: "vanthu",
  });
}

const written = () => readFile(join(fake.units, UNIT), "utf8");

describe("the bot as a unit of systemd", () => {
  it.each(["user", "system"] as const)(
    "is one that systemd itself finds no fault with (%s)",
    async (scope) => {
      await (await systemd(scope)).install();
      const file = join(fake.units, UNIT);
      // A person of the unit has to be there to be looked up.
      await writeFile(file, (await written()).replace("User=vanthu", "User=root"));
      await mkdir(join(fake.root, "bot/bootstrap"), { recursive: true });
      const { stdout, stderr } = await promisify(execFile)("systemd-analyze", ["verify", "--man=no", file]);
      expect(`${stdout}${stderr}`.split("\n").filter((line) => line.includes("bot766"))).toEqual([]);
    },
  );

  it("starts in the very folder, whatever letters it has", async () => {
    await (await systemd("user")).install();
    expect(folderOfUnit(await written())).toBe(fake.root);
    expect(await written()).toContain('bot 100%% $$HOME & 766/bot/bootstrap/run.mjs" "bot/main.ts"');
  });

  it("is put where it belongs, made known, begun with the machine and started", async () => {
    const manager = await systemd("user");
    expect(await manager.install()).toEqual({ fromStart: true, log: "journalctl --user -u bot766 -n 50" });
    expect(await manager.state()).toMatchObject({ kind: "running", isEnabled: true });
    expect(fake.calls).toContain("loginctl enable-linger vanthu");
  });

  it("has the rights of the folder's owner where root installs it", async () => {
    await (await systemd("system")).install();
    expect(await written()).toMatch(/^User=vanthu$/mu);
    expect(await written()).toContain("WantedBy=multi-user.target");
    expect(fake.calls).toContain(`chown -R 1000:1000 ${join(fake.root, "data")}`);
  });

  it("can be installed again, and removed once", async () => {
    const manager = await systemd("user");
    await manager.install();
    await manager.install();
    expect(await manager.remove()).toBe(true);
    expect(await fake.state()).toMatchObject({ known: [], enabled: false, active: "inactive" });
    expect(await manager.state()).toEqual({ kind: "none" });
    expect(await manager.remove()).toBe(false);
  });

  it("is not put over that of another folder", async () => {
    const manager = await systemd("user");
    await mkdir(fake.units, { recursive: true });
    const other = systemdUnit({ root: "/srv/bot khác", node: "/usr/bin/node", user: null });
    await writeFile(join(fake.units, UNIT), other);
    await expect(manager.install()).rejects.toMatchObject({ fault: "folder", detail: "/srv/bot khác" });
    expect(await written()).toBe(other);
    expect(fake.calls).toEqual([]);
  });

  it("leaves nothing behind where systemd cannot be reached, and says what it said", async () => {
    const manager = await systemd("user", { FAKE_BUS: "gone" });
    const installing = manager.install();
    await expect(installing).rejects.toMatchObject({
      fault: "manager",
      detail: "Failed to connect to bus: No medium found",
    });
    expect(await readdir(fake.units)).toEqual([]);
  });

  it("says that it may not be written, and does nothing then", async () => {
    const manager = await systemd("user");
    await writeFile(fake.units, "no folder");
    await expect(manager.install()).rejects.toMatchObject({ fault: "admin" });
    expect(fake.calls).toEqual([]);
  });
});
