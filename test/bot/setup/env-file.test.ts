import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEnvFile } from "#bot/setup/env-file.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bot766-env-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("the settings file", () => {
  it("is made where there is none, and only its owner may read it", async () => {
    const file = createEnvFile(join(folder, ".env"));
    expect(await file.settings()).toEqual({});
    await file.change({ PORT: "1" });
    expect(await file.settings()).toEqual({ PORT: "1" });
    expect((await stat(file.path)).mode & 0o777).toBe(0o600);
  });

  it("is shut to others when it is changed, and nothing else is left beside it", async () => {
    const path = join(folder, ".env");
    await writeFile(path, "# của tôi\nPORT=1\n");
    await chmod(path, 0o644);
    await createEnvFile(path).change({ HOST: "::1" });
    expect(await readFile(path, "utf8")).toBe("# của tôi\nPORT=1\nHOST=::1\n");
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual([".env"]);
  });

  it("keeps what Notepad wrote in UTF-16", async () => {
    const path = join(folder, ".env");
    await writeFile(path, Buffer.from("\ufeff# huyện\r\nHOME_SCOPE=huyện Tiên Lữ\r\n", "utf16le"));
    await createEnvFile(path).change({ PORT: "1" });
    expect(await readFile(path, "utf8")).toBe("# huyện\nHOME_SCOPE=huyện Tiên Lữ\nPORT=1\n");
  });

  it("goes on being a link where it is one", async () => {
    const real = join(folder, "elsewhere.env");
    await writeFile(real, "PORT=1\n");
    await symlink(real, join(folder, ".env"));
    await createEnvFile(join(folder, ".env")).change({ PORT: "2" });
    expect((await lstat(join(folder, ".env"))).isSymbolicLink()).toBe(true);
    expect(await readFile(real, "utf8")).toBe("PORT=2\n");
  });

  it("says whether it could not be read or not be written, and leaves no draft", async () => {
    const path = join(folder, ".env");
    await writeFile(path, Buffer.from([0xff, 0xff, 0xff]));
    await expect(createEnvFile(path).text()).rejects.toMatchObject({ during: "read" });
    const taken = join(folder, "taken");
    await mkdir(taken);
    await expect(createEnvFile(taken).write("PORT=1\n")).rejects.toMatchObject({ during: "write" });
    expect(await readdir(folder)).toEqual([".env", "taken"]);
  });
});
