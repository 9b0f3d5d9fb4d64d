import { describe, expect, it } from "vitest";
import { type House, standing } from "#bot/channels/web/rights.ts";

const house: House = { host: "127.0.0.1", token: "page-token", origins: ["https://bot.example.vn"] };
const atTheMachine = {
  host: "localhost:8766",
  origin: "http://localhost:8766",
  "x-page-token": "page-token",
};

function judge(headers: Record<string, string | undefined> = {}, of: Partial<House> = {}) {
  const all = Object.entries({ ...atTheMachine, ...headers });
  const given = all.filter((pair): pair is [string, string] => pair[1] !== undefined);
  return standing(new Headers(given), { ...house, ...of });
}

/** The same host named in Host and Origin. */
const at = (host: string) => ({ host, origin: `http://${host}` });

describe("who speaks on the page", () => {
  it.each(["localhost:8766", "127.0.0.1:8766", "[::1]:8766", "localhost", "LOCALHOST:8766"])(
    "is the operator at %s",
    (host) => {
      expect(judge(at(host))).toBe("operator");
    },
  );

  it.each(["127.0.0.1", "localhost", "::1", "127.0.0.2"])("is the operator when bound to %s", (host) => {
    expect(judge({}, { host })).toBe("operator");
  });

  it.each(["0.0.0.0", "::", "192.168.1.5", "bot.example.vn", "127.0.0.1.example.vn", ""])(
    "is a viewer when bound to %j",
    (host) => {
      expect(judge({}, { host })).toBe("viewer");
    },
  );

  it.each([
    "bot.example.vn",
    "192.168.1.5:8766",
    "localhost.example.vn",
    "127.0.0.1.nip.io:8766",
    "127.0.0.2:8766",
    "localhost:8766.example.vn",
    "notlocalhost",
  ])("is a viewer when Host is %s", (host) => {
    expect(judge(at(host))).toBe("viewer");
  });

  it.each([
    "forwarded",
    "Forwarded",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "X-Forwarded-Anything",
    "x-real-ip",
    "cf-connecting-ip",
    "CF-Ray",
    "true-client-ip",
    "x-client-ip",
    "x-cluster-client-ip",
    "x-remote-addr",
    "x-original-host",
    "x-originating-ip",
    "fastly-client-ip",
    "fly-client-ip",
    "x-appengine-user-ip",
    "x-azure-clientip",
    "x-envoy-external-address",
    "x-arr-log-id",
    "x-amzn-trace-id",
    "x-proxyuser-ip",
    "cdn-loop",
    "forwarded_for",
    "via",
  ])("is a viewer when a proxy left %s", (name) => {
    expect(judge({ [name]: "" })).toBe("viewer");
  });

  it("is the operator with all that browsers send by themselves", () => {
    const names = [
      "accept",
      "accept-encoding",
      "accept-language",
      "cache-control",
      "connection",
      "content-length",
    ];
    const more = [
      "content-type",
      "cookie",
      "dnt",
      "pragma",
      "priority",
      "referer",
      "save-data",
      "sec-ch-ua-platform",
    ];
    const still = ["sec-fetch-dest", "sec-fetch-user", "sec-gpc", "upgrade-insecure-requests", "user-agent"];
    for (const name of [...names, ...more, ...still]) expect(judge({ [name]: "x" })).toBe("operator");
  });

  it("is a viewer when the page came by https, through something in between", () => {
    expect(judge({ origin: "https://localhost:8766" })).toBe("viewer");
  });

  it("is a viewer on the public address, also when a proxy changed Host", () => {
    expect(judge({ origin: "https://bot.example.vn" })).toBe("viewer");
  });

  it.each(["http://evil.example", "http://localhost:9999", "http://127.0.0.1:8766", "null", "", undefined])(
    "is a stranger with Origin %j",
    (origin) => {
      expect(judge({ origin })).toBe("stranger");
    },
  );

  it.each(["", "page-toke", "page-token2", undefined])("is a stranger with page token %j", (token) => {
    expect(judge({ "x-page-token": token })).toBe("stranger");
  });

  it("is a stranger without Host", () => {
    expect(judge({ host: undefined, origin: "http://" })).toBe("stranger");
  });
});
