import type { Cast, UnitMark, UnitRef } from "#services/documents/marks/cast.ts";
import { knownDepartments, usualName } from "#services/documents/marks/department-names.ts";
import type { Passage } from "#services/documents/marks/passage.ts";
import type { UnitResolver } from "#services/documents/marks/unit-resolver.ts";
import { trimEnd } from "#services/text/trim-end.ts";
import type { NewUnit } from "#services/units/units.ts";

const DEPARTMENT =
  /(?<!\p{L})(?:Sở|Ban [Qq]uản lý|Ban Dân tộc|Thanh tra|Văn phòng Sở|Bảo hiểm xã hội|Công an|Thuế)\s(?:[\p{L}-]+,?\s?(?:-\s)?){1,7}/gu;
const DEPARTMENT_ENDS =
  /,?\s(?:xếp|đạt|cũng|với|có|là|được|tiếp|dẫn|đứng|tăng|giảm|và|chưa|còn|đã|năm|tháng|đề|chủ|phối|cùng|trên|theo|tỉnh|huyện|thành phố|đều|bị|vẫn|khẩn trương|thực hiện|Sở|UBND).*$/u;

/** Departments are named freely; each lies under the own unit. */
export function departmentMarks(passage: Passage, cast: Cast): readonly UnitMark[] {
  const { own } = cast;
  if (!own || passage.scanned) return [];
  const known = knownDepartments(passage.text, passage.folded).map(({ start, end, name }) => ({
    start,
    end,
    unit: departmentRef(name, own, cast.resolver),
  }));
  return [...known, ...freelyNamed(passage, own, cast)];
}

function freelyNamed(passage: Passage, own: UnitRef, cast: Cast): readonly UnitMark[] {
  return [...passage.text.matchAll(DEPARTMENT)].flatMap((match) => {
    const name = trimEnd(match[0].replace(DEPARTMENT_ENDS, ""), " ,-");
    if (name.split(" ").length < 2 || /^Sở(,| ban)/u.test(name)) return [];
    return [
      { start: match.index, end: match.index + name.length, unit: departmentRef(name, own, cast.resolver) },
    ];
  });
}

export function departmentRef(written: string, own: UnitRef, resolver: UnitResolver): UnitRef {
  const name = usualName(written) ?? written;
  const known = resolver.inside(name, own.id);
  if (known?.kind === "department") {
    return { readable: known.name, id: known.id, kind: "department", scope: own.id, draft: null };
  }
  const draft: NewUnit = { parent: own.id, kind: "department", name, title: "" };
  return {
    readable: resolver.units.draft(draft).name,
    id: resolver.units.idFor(draft),
    kind: "department",
    scope: own.id,
    draft,
  };
}
