const LOOPBACK_ADDRESS = /^(localhost|127(\.\d{1,3}){3}|::1)$/i;
const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;
/** Headers of proxies and networks before servers are named for whom they ask for, or for themselves; browsers' never are. */
const WORDS_OF_PROXIES = new Set(
  (
    "forwarded via real original client clientip connecting remote ip ipv4 ipv6 ipcountry addr " +
    "cf cdn cdnloop ray akamai amzn amz azure appengine arr cloudfront cluster envoy fastly fly gclb iisnode incap " +
    "nginx orig sucuri traefik vercel wap"
  ).split(" "),
);

/**
 * Whether a request can only have been made on this machine: we listen on loopback (`bound`), it names us by a local
 * name, and no proxy has passed it on. A proxy that hides itself and rewrites Host cannot be told from a local caller.
 */
export function isAtTheMachine(headers: Headers, bound: string): boolean {
  if (!isLoopback(bound) || !LOCAL_HOST.test(headers.get("host") ?? "")) return false;
  return ![...headers.keys()].some(isOfProxy);
}

/** Whether an address to listen on is this machine's own, at which nobody else can call. */
export const isLoopback = (address: string): boolean => LOOPBACK_ADDRESS.test(address);

/** "CF-Connecting-IP", "X-Envoy-External-Address", "X-ProxyUser-Ip". */
function isOfProxy(header: string): boolean {
  return header.split(/[-_]/u).some((word) => WORDS_OF_PROXIES.has(word) || word.startsWith("proxy"));
}
