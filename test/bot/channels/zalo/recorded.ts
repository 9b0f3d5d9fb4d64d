import { readFileSync } from "node:fs";

const FOLDER = new URL("../../../fixtures/zalo/", import.meta.url);

/** Body of an answer in the shape that Zalo documents or that somebody recorded. */
export function recordedAnswer(name: string): string {
  const file = name.includes(".") ? name : `${name}.json`;
  return readFileSync(new URL(`answers/${file}`, FOLDER), "utf8");
}

/** An event as it is posted to a webhook or answered to a poll. */
export function recordedEvent(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`events/${name}.json`, FOLDER), "utf8"));
}
