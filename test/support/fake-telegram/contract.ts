import { ApiError, badRequest } from "#test/support/fake-telegram/api-error.ts";
import { isUpload } from "#test/support/fake-telegram/body.ts";
import { botApi, type Fields, type Kind, type Shape } from "#test/support/fake-telegram/bot-api.ts";
import type { Method } from "#test/support/fake-telegram/methods.ts";

export interface Contract {
  /** Calls that break the Bot API's contract, each in a few words. */
  readonly breaches: string[];
  /** The methods, each refusing a payload that is not as the Bot API describes it. */
  get(name: string): Method;
}

const kinds: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  flag: (value) => typeof value === "boolean",
  // An id of a file sent before is text.
  file: (value) => typeof value === "string" || isUpload(value),
};

/** Stricter than Telegram, which ignores a field it does not know: one that we send is our mistake. */
export function createContract(methods: ReadonlyMap<string, Method>): Contract {
  const table: Readonly<Record<string, Fields>> = botApi;
  const breaches: string[] = [];
  return {
    breaches,
    get(name) {
      const method = methods.get(name);
      const fields = table[name];
      if (!method || !fields) return () => refuse(new ApiError(404, "Not Found: method not found"), name);
      return (payload, gone) => {
        const [breach] = breachesOf(fields, payload, name);
        return breach === undefined
          ? method(payload, gone)
          : refuse(badRequest(`not of the Bot API: ${breach}`), breach);
      };
    },
  };

  function refuse(error: ApiError, breach: string): never {
    breaches.push(breach);
    throw error;
  }
}

/** The places where a value is not as described. */
function breachesOf(shape: Shape, value: unknown, path: string): readonly string[] {
  if (typeof shape === "string") return kinds[shape](value) ? [] : [`${path} is no ${shape}`];
  if (isList(shape)) {
    if (!Array.isArray(value)) return [`${path} is no list`];
    return value.flatMap((item) => breachesOf(shape[0], item, path));
  }
  if ("oneOf" in shape) {
    const tries = shape.oneOf.map((one) => breachesOf(one, value, path));
    return tries.find((breaches) => breaches.length === 0) ?? tries.flat();
  }
  if (typeof value !== "object" || value === null) return [`${path} is no object`];
  return fieldBreaches(shape, new Map(Object.entries(value)), path);
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

function fieldBreaches(
  { required, optional }: Fields,
  fields: ReadonlyMap<string, unknown>,
  path: string,
): readonly string[] {
  const known: Readonly<Record<string, Shape>> = { ...required, ...optional };
  const missing = Object.keys(required).filter((name) => !fields.has(name));
  return [
    ...missing.map((name) => `${path}.${name} is missing`),
    ...[...fields].flatMap(([name, value]) => {
      const shape = known[name];
      return shape ? breachesOf(shape, value, `${path}.${name}`) : [`${path}.${name} is unknown`];
    }),
  ];
}
