import { parseEnv } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withSettings } from "#bot/setup/env-text.ts";

describe("settings written into the text of .env", () => {
  it("changes a setting where it stands and adds a new one at the end", () => {
    const text = "# Bot của huyện\n\nTELEGRAM_BOT_TOKEN=1:old # mã cũ\nPORT=8766\n";
    expect(withSettings(text, { TELEGRAM_BOT_TOKEN: "1:new", HOME_SCOPE: "huyện Tiên Lữ" })).toBe(
      "# Bot của huyện\n\nTELEGRAM_BOT_TOKEN=1:new\nPORT=8766\nHOME_SCOPE=huyện Tiên Lữ\n",
    );
  });

  it("takes a setting out, wherever it stands", () => {
    const text = "OPERATORS=telegram:1\n# kênh\nOPERATORS=telegram:2\nPORT=1\n";
    expect(withSettings(text, { OPERATORS: null })).toBe("# kênh\nPORT=1\n");
  });

  it("leaves one line of a name that stood there twice: the one that counted", () => {
    expect(withSettings("PORT=1\nHOST=::1\nexport PORT=2\n", { PORT: "3" })).toBe("HOST=::1\nPORT=3\n");
  });

  it("leaves alone what is commented out, and what only looks like a setting inside a longer value", () => {
    const text = '#PORT=1\nNO_PROXY="a\nPORT=2\nb"\n';
    expect(withSettings(text, { PORT: "3" })).toBe(`${text}PORT=3\n`);
    expect(withSettings(text, { NO_PROXY: "*" })).toBe("#PORT=1\nNO_PROXY='*'\n");
  });

  it("is an empty file when nothing is left", () => {
    expect(withSettings("PORT=1\n", { PORT: null })).toBe("");
    expect(withSettings("", { PORT: "1" })).toBe("PORT=1\n");
  });

  it("is read back by Node as it was meant, and everything else as before", () => {
    const value = fc
      .string({ unit: "grapheme", maxLength: 30 })
      .map((text) => text.replace(/[\r\n]/gu, " ").trim());
    fc.assert(
      fc.property(value, value, (first, second) => {
        fc.pre(![first, second].some((text) => /'/u.test(text) && /`/u.test(text)));
        const before = withSettings("# đầu tệp\nPORT=1\n", { HOME_SCOPE: first });
        const read = parseEnv(withSettings(before, { HTTP_PROXY: second }));
        expect(read).toEqual({ PORT: "1", HOME_SCOPE: first, HTTP_PROXY: second });
      }),
    );
  });
});
