import type { Config } from "#bot/config/config.ts";
import { secretPath } from "#bot/http/secret.ts";

/** Shorter passwords are not hidden: they protect nothing, and ordinary words would be blotted out. */
const SHORTEST = 4;

/** Everything in the configuration that must not be shown, in each form in which it may turn up. */
export function secretsOf(config: Config): readonly string[] {
  const { telegram, zalo, zaloOa, webhookSecret, storeUrl, proxies } = config;
  const paths =
    webhookSecret === null ? [] : ["telegram", "zalo"].map((name) => secretPath(name, webhookSecret));
  const addresses = [storeUrl, proxies.https ?? "", proxies.http ?? ""];
  const ofAccount = zaloOa ? [zaloOa.appSecret, zaloOa.webhookKey, ...Object.values(zaloOa.tokens)] : [];
  const tokens = [telegram?.token, zalo?.token, ...ofAccount];
  const secrets = [...tokens, webhookSecret, ...paths, ...addresses.flatMap(passwordsOf)];
  return secrets.filter((secret) => typeof secret === "string" && secret.length >= SHORTEST) as string[];
}

/** As written in the address, and as sent to a server or a proxy. */
function passwordsOf(address: string): readonly string[] {
  if (!URL.canParse(address)) return [];
  const { username, password, searchParams } = new URL(address);
  const login = Buffer.from(`${decode(username)}:${decode(password)}`).toString("base64");
  const sent = password.length < SHORTEST ? [] : [password, decode(password), login];
  return [...sent, searchParams.get("password") ?? ""];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
