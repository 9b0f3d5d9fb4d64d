import { BlockList, isIP } from "node:net";

/** As configured: addresses of proxies, and whom to call without one. */
export interface ProxySettings {
  /** For https addresses; null = none. */
  readonly https: string | null;
  /** For http addresses; null = none. */
  readonly http: string | null;
  /** NO_PROXY: hosts, with a port or without, `.suffix`, `*.suffix`, `10.0.0.0/8`, `*`; by commas or spaces. */
  readonly except: string;
}

/** The proxy to call an address through; null = call it directly. */
export type ProxyOf = (address: URL) => URL | null;

type Exception = (host: string, port: number) => boolean;

/** In NO_PROXY: this machine itself is called through the proxy too (Chromium's notation). */
const LOOPBACK_TOO = "<-loopback>";

export function createProxyOf({ https, http, except }: ProxySettings): ProxyOf {
  const proxies = { "https:": https && new URL(https), "http:": http && new URL(http) };
  const words = except
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter((word) => word !== "");
  const exceptions = words.filter((word) => word !== LOOPBACK_TOO).map(toException);
  const sparesLoopback = !words.includes(LOOPBACK_TOO);
  return (address) => {
    const { protocol } = address;
    const proxy = protocol === "https:" || protocol === "http:" ? proxies[protocol] : null;
    if (!proxy) return null;
    const host = hostOf(address);
    if (sparesLoopback && isLoopback(host)) return null;
    return exceptions.some((applies) => applies(host, portOf(address))) ? null : proxy;
  };
}

/** What may be shown of a proxy's address: all but the password. */
export function shownProxy(address: string): string {
  const { protocol, username, password, host } = new URL(address);
  const login = username === "" ? "" : `${username}${password === "" ? "" : ":***"}@`;
  return `${protocol}//${login}${host}`;
}

/** Without the brackets of IPv6 and the dot that may end a full name. */
export function hostOf({ hostname }: URL): string {
  return hostname.toLowerCase().replace(/^\[|\]$|\.$/gu, "");
}

export function portOf({ port, protocol }: URL): number {
  if (port !== "") return Number(port);
  return protocol === "https:" ? 443 : 80;
}

function toException(word: string): Exception {
  if (word === "*") return () => true;
  if (word.includes("/")) return inNetwork(word);
  const [, bracketed, plain, port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d{1,5}))?$/u.exec(word) ?? [];
  const name = (bracketed ?? plain ?? word).replace(/^\*?\./u, "").replace(/\.$/u, "");
  return (host, calledPort) => {
    if (port !== undefined && Number(port) !== calledPort) return false;
    return host === name || (isIP(host) === 0 && name !== "" && host.endsWith(`.${name}`));
  };
}

/** `10.0.0.0/8`: addresses written as numbers; names are not looked up. */
function inNetwork(word: string): Exception {
  const [network = "", bits = ""] = word.split("/");
  const family = isIP(network);
  if (family === 0 || !/^\d{1,3}$/u.test(bits) || Number(bits) > (family === 4 ? 32 : 128))
    return () => false;
  const list = new BlockList();
  list.addSubnet(network, Number(bits), family === 4 ? "ipv4" : "ipv6");
  return (host) => isIP(host) !== 0 && list.check(host, isIP(host) === 4 ? "ipv4" : "ipv6");
}

function isLoopback(host: string): boolean {
  return (
    host === "localhost" || host.endsWith(".localhost") || host === "::1" || /^127(\.\d+){3}$/u.test(host)
  );
}
