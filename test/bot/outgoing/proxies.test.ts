import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createProxyOf, shownProxy } from "#bot/outgoing/proxies.ts";

const HTTPS = "http://proxy.tinh.vn:3128";
const HTTP = "http://other.tinh.vn:8080";

function proxyFor(address: string, except = ""): string | null {
  const proxy = createProxyOf({ https: HTTPS, http: HTTP, except })(new URL(address));
  return proxy?.origin ?? null;
}

describe("the proxy of an address", () => {
  it("is the one for its kind of address", () => {
    expect(proxyFor("https://api.telegram.org/bot1/getMe")).toBe(HTTPS);
    expect(proxyFor("http://may-chu.vn/x")).toBe(HTTP);
    expect(createProxyOf({ https: null, http: HTTP, except: "" })(new URL("https://a.vn"))).toBeNull();
  });

  it.each([
    ["telegram.org", "https://telegram.org"],
    ["telegram.org", "https://api.telegram.org"],
    [".telegram.org", "https://api.telegram.org"],
    ["*.telegram.org", "https://api.telegram.org"],
    ["khac.vn, telegram.org", "https://api.telegram.org"],
    ["khac.vn telegram.org", "https://api.telegram.org"],
    ["API.Telegram.ORG", "https://api.telegram.org."],
    ["api.telegram.org:443", "https://api.telegram.org"],
    ["api.telegram.org:8443", "https://api.telegram.org:8443"],
    ["10.0.0.5", "http://10.0.0.5:8081"],
    ["10.0.0.0/8", "http://10.20.30.40"],
    ["fd00::/8", "http://[fd00::5]:8081"],
    ["fd00::5", "http://[fd00::5]:8081"],
    ["[fd00::5]:8081", "http://[fd00::5]:8081"],
    ["*", "https://api.telegram.org"],
    ["khac.vn,*", "https://api.telegram.org"],
  ])("is none where NO_PROXY is %s: %s", (except, address) => {
    expect(proxyFor(address, except)).toBeNull();
  });

  it.each([
    ["telegram.org", "https://mytelegram.org"],
    ["api.telegram.org", "https://telegram.org"],
    ["telegram.org:80", "https://telegram.org"],
    ["10.0.0.0/8", "https://11.0.0.1"],
    ["10.0.0.0/8", "https://10.tinh.vn"],
    ["10.0.0.0/99", "https://10.0.0.1"],
    ["0.0.5", "https://10.0.0.5"],
    ["fd00::/8", "https://10.0.0.1"],
    [",, ,", "https://api.telegram.org"],
    [".", "https://api.telegram.org"],
  ])("is one where NO_PROXY is %s: %s", (except, address) => {
    expect(proxyFor(address, except)).toBe(HTTPS);
  });

  it.each(["localhost", "bot.localhost", "127.0.0.1", "127.8.8.8", "[::1]"])(
    "is none for this machine, %s, unless that is asked for",
    (host) => {
      expect(proxyFor(`http://${host}:8081/`)).toBeNull();
      expect(proxyFor(`http://${host}:8081/`, "<-loopback>")).toBe(HTTP);
      expect(proxyFor(`http://${host}:8081/`, `<-loopback>,*`)).toBeNull();
    },
  );

  it("is found whatever stands in NO_PROXY", () => {
    fc.assert(
      fc.property(fc.string(), (except) => {
        expect([HTTPS, null]).toContain(proxyFor("https://api.telegram.org", except));
      }),
    );
  });

  it("is shown without its password", () => {
    expect(shownProxy("http://lan:m%40t@proxy.vn:3128/")).toBe("http://lan:***@proxy.vn:3128");
    expect(shownProxy("https://proxy.vn")).toBe("https://proxy.vn");
  });
});
