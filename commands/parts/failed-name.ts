import { nameOf } from "#commands/parts/broadcast-parts.ts";
import type { Catalog } from "#locales/catalog.ts";
import { isTrial } from "#services/broadcasts/trial.ts";
import type { FailedMessage } from "#services/delivery/failures.ts";
import type { Services } from "#services/services.ts";

/** How a message that did not arrive is called, and by which code: a broadcast by its own. */
export async function failedName(
  { cause, code, recipe }: FailedMessage,
  services: Services,
  t: Catalog,
): Promise<{ readonly name: string; readonly code: string }> {
  if (recipe.kind !== "results" && recipe.kind !== "correction")
    return { name: t.deliveries.kinds[recipe.kind], code };
  const name = nameOf(recipe, services, t);
  if (isTrial(cause)) return { name: t.deliveries.trialOf(name), code };
  return { name, code: (await services.broadcasts.get(cause))?.code ?? code };
}
