const LOOPBACK_ADDRESS = /^(localhost|127(\.\d{1,3}){3}|::1)$/i;
const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;
const MARKS_OF_PROXIES = /^(forwarded|x-forwarded-.+|x-real-ip|via)$/i;

/**
 * Whether a request can only have been made on this machine: we listen on loopback (`bound`), it names us by a local
 * name, and no proxy has passed it on. A proxy that hides itself and rewrites Host cannot be told from a local caller.
 */
export function isAtTheMachine(headers: Headers, bound: string): boolean {
  if (!LOOPBACK_ADDRESS.test(bound) || !LOCAL_HOST.test(headers.get("host") ?? "")) return false;
  return ![...headers.keys()].some((name) => MARKS_OF_PROXIES.test(name));
}
