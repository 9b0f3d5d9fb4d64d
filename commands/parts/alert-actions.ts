import { anywhere, typed } from "#commands/kit/typed.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { Period } from "#services/periods/period.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import type { Services } from "#services/services.ts";
import type { Unit } from "#services/units/unit.ts";

export interface ActionFacts {
  readonly unit: Unit;
  readonly period: Period;
  readonly isOpen: boolean;
  /** Somebody has said that all of it was seen. */
  readonly isSeen?: boolean;
}

/** What may be done about the alerts of one unit. */
export function alertActions(facts: ActionFacts, services: Services, t: Catalog): Reply["actions"] {
  const { unit, period, isOpen, isSeen = false } = facts;
  const { actions } = t.alerts;
  const name = anywhere(unit, services);
  const detail = {
    label: actions.detail,
    command: typed("/xa", anywhere(unit, services, period), period),
  };
  if (!isOpen) return [[detail]];
  return [
    [
      ...(isSeen ? [] : [{ label: actions.acknowledge, command: typed("/canhbao nhận", name) }]),
      { label: actions.explain, command: typed("/giaitrinh", name) },
    ],
    [{ label: actions.silence, command: typed("/canhbao dừng nhắc 7 ngày", name) }, detail],
  ];
}

export function boardAction(scope: Unit, services: Services, t: Catalog): Action {
  return { label: t.alerts.actions.board, command: typed("/canhbao", anywhere(scope, services)) };
}
