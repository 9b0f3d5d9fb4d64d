import type { Catalog } from "#locales/catalog.ts";
import { isClosed } from "#services/portal/day-plan.ts";
import type { NewestDay, PortalStatus } from "#services/portal/portal-status.ts";
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
    ...status.newest.flatMap((day) => wholenessLine(day, services, t)),
    planned.length > 0 ? words.lacking(requests) : words.lacksNothing,
    ...planned.map(({ place, period, ...rest }) =>
      words.planned({ ...rest, period, place: placeUnit(place, services), isClosed: isClosed(period, day) }),
    ),
    givenUp.length > 0 ? words.givenUpHead : null,
    ...givenUp.map(({ place, ...rest }) => words.givenUp({ ...rest, place: placeUnit(place, services) })),
  ];
}

/** Where the bot asks the portal: in a few lines whether it may, how fresh and whole it is, and what is left for today. */
export function portalBrief(status: PortalStatus, services: Knows, t: Catalog): readonly (TextPart | null)[] {
  if (!services.portal.isOn) return [];
  const { portal: words } = t;
  const { breaker, planned, newest } = status;
  return [
    words.brief,
    words.state({ isOn: true, breaker: breaker.state, why: breaker.why }),
    words.newest(newest.map(({ place, label }) => ({ place: placeUnit(place, services), label }))),
    ...newest.flatMap((day) => wholenessLine(day, services, t)),
    planned.length > 0
      ? words.lacking(planned.reduce((sum, { requests }) => sum + requests, 0))
      : words.lacksNothing,
  ];
}

function wholenessLine({ place, label, ...held }: NewestDay, services: Knows, t: Catalog): readonly string[] {
  return label === null ? [] : [t.portal.wholeness({ ...held, place: placeUnit(place, services) })];
}
