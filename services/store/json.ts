/** The JSON text of a value about to be kept under `key`. Throws a TypeError for what JSON cannot hold. */
export function toJson(key: string, value: unknown): string {
  const json: string | undefined = JSON.stringify(value);
  if (json === undefined) throw new TypeError(`the value put under ${key} is not JSON`);
  return json;
}
