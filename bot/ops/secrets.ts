import type { Config } from "#bot/config.ts";
import { secretPath } from "#bot/http/secret-path.ts";

/** A shorter password guards nothing, and would be found inside ordinary words. */
const SHORTEST = 4;

/** Everything in the configuration that must not be shown, in each form in which it may turn up. */
export function secretsOf({ telegram, zalo, webhookSecret, storeUrl }: Config): readonly string[] {
  const paths =
    webhookSecret === null ? [] : ["telegram", "zalo"].map((name) => secretPath(name, webhookSecret));
  const secrets = [telegram?.token, zalo?.token, webhookSecret, ...paths, ...passwordsOf(storeUrl)];
  return secrets.filter((secret) => typeof secret === "string" && secret.length >= SHORTEST) as string[];
}

/** As written in the url and as sent to the server. */
function passwordsOf(storeUrl: string): readonly string[] {
  if (!URL.canParse(storeUrl)) return [];
  const { password, searchParams } = new URL(storeUrl);
  return [password, decode(password), searchParams.get("password") ?? ""];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
