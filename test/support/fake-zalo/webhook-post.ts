export interface Posted {
  /** 0 = nobody answered. */
  readonly status: number;
  readonly ms: number;
}

export async function postJson(url: string, secret: string, body: unknown): Promise<Posted> {
  const begun = performance.now();
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-bot-api-secret-token": secret,
      "user-agent": "Java/17",
    },
    body: JSON.stringify(body),
  }).catch(() => null);
  await response?.arrayBuffer();
  return { status: response?.status ?? 0, ms: performance.now() - begun };
}

/** What Zalo calls the result of its look at a webhook. */
export function outcomeOf(status: number): string {
  if (status === 0) return "webhook.err.conn";
  if (status >= 200 && status < 300) return "webhook.ok";
  if (status === 403 || status === 404) return `webhook.http.${status}`;
  return status >= 500 ? "webhook.http.5xx" : "webhook.http.other";
}
