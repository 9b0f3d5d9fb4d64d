import type { Config } from "#bot/config/config.ts";
import { secretPath } from "#bot/http/secret.ts";

/** Shorter passwords are not hidden: they protect nothing, and ordinary words would be blotted out. */
const SHORTEST = 4;

const HIDDEN = "[hidden]";

export type Secrets = ReturnType<typeof createSecrets>;

/** What must not be shown, growing while the bot runs: platforms hand out new tokens in the place of old ones. */
export function createSecrets(known: readonly string[] = []) {
  const written = new Set<string>();
  let longestFirst: readonly string[] = [];

  const learn = (secrets: readonly string[]): void => {
    const fresh = secrets.map(asInJson);
    if (fresh.every((secret) => written.has(secret))) return;
    for (const secret of fresh) written.add(secret);
    longestFirst = [...written].sort((a, b) => b.length - a.length);
  };
  learn(known);

  return {
    learn,

    /** A line of JSON without them: an error of a library may hold one in its message, its stack or its cause. */
    hide: (line: string): string =>
      longestFirst.reduce((left, secret) => left.replaceAll(secret, HIDDEN), line),
  };
}

const asInJson = (secret: string): string => JSON.stringify(secret).slice(1, -1);

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
