import type { Catalog } from "#locales/catalog.ts";
import { isClosed } from "#services/portal/day-plan.ts";
import type { PortalStatus } from "#services/portal/portal-status.ts";
import { COUNTRY_PLACE } from "#services/portal/questions.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Services } from "#services/services.ts";
import { COUNTRY_ID, type Unit } from "#services/units/unit.ts";

type Knows = Pick<Services, "units" | "portal" | "local">;

/** The unit of a place as the portal's figures are kept: "VN", "H21". */
export function placeUnit(place: string, { units }: Pick<Services, "units">): Unit {
  const unit = place === COUNTRY_PLACE ? units.get(COUNTRY_ID) : units.byPortalCode(place);
  if (!unit) throw new RangeError(`no unit of the place ${place}`);
  return unit;
}

/** How things stand with the portal, and what it is still to be asked today. */
export function portalLines(status: PortalStatus, services: Knows, t: Catalog): readonly (TextPart | null)[] {
  const { portal: words } = t;
  const { planned, givenUp, day, nextAt, lastAskedAt, breaker } = status;
  const { isOn } = services.portal;
  const local = (moment: Date | null) => moment && services.local(moment);
  const requests = planned.reduce((sum, set) => sum + set.requests, 0);
  return [
    words.title,
    words.state({ isOn, breaker: breaker.state, why: breaker.why }),
    words.asked({ asked: status.asked, budget: status.budget, lastAt: local(lastAskedAt) }),
    isOn && nextAt ? words.next(nextAt.getTime() <= status.now.getTime() ? null : local(nextAt)) : null,
    words.newest(status.newest.map(({ place, label }) => ({ place: placeUnit(place, services), label }))),
    planned.length > 0 ? words.lacking(requests) : words.lacksNothing,
    ...planned.map(({ place, period, ...rest }) =>
      words.planned({ ...rest, period, place: placeUnit(place, services), isClosed: isClosed(period, day) }),
    ),
    givenUp.length > 0 ? words.givenUpHead : null,
    ...givenUp.map(({ place, ...rest }) => words.givenUp({ ...rest, place: placeUnit(place, services) })),
  ];
}
