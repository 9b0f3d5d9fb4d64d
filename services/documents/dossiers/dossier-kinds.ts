import { foldWords } from "#services/text/fold.ts";

/** Ids of the indicators that count dossiers one by one, as lists of them are headed. */
export type DossierKind =
  | "overdue-dossiers"
  | "overdue-open-dossiers"
  | "overdue-closed-dossiers"
  | "suspended-dossiers"
  | "returned-dossiers"
  | "supplement-dossiers"
  | "late-acceptance-dossiers";

const LATE = /\b(qua han|tre han|cham muon|cham tra|tre hen)\b/u;
const NOT_LATE =
  /\b(dung han|truoc han|trong han|con han|chua den han|sap den han|sap qua han|khong qua han)\b/u;
const OPEN = /\b(dang|chua) (xu ly|giai quyet|tra|thuc hien|hoan thanh|co ket qua)\b/u;
const CLOSED = /\b(da (xu ly|giai quyet|tra|hoan thanh|co ket qua|ket thuc)|xu ly xong|giai quyet xong)\b/u;

const OTHERS: readonly (readonly [RegExp, DossierKind])[] = [
  [/\b(cham tiep nhan|tiep nhan cham)\b/u, "late-acceptance-dossiers"],
  [/\btam dung\b/u, "suspended-dossiers"],
  [/\b(tra lai|tu choi)\b/u, "returned-dossiers"],
  [/\byeu cau bo sung\b/u, "supplement-dossiers"],
];

/** What a list counts by its title, a sheet's name or a column's head; null = these words do not say. */
export function kindOfTitle(title: string): DossierKind | null {
  const folded = foldWords(title);
  if (NOT_LATE.test(folded)) return null;
  if (LATE.test(folded)) return lateKind(folded);
  return OTHERS.find(([words]) => words.test(folded))?.[1] ?? null;
}

function lateKind(folded: string): DossierKind {
  const isOpen = OPEN.test(folded);
  if (isOpen === CLOSED.test(folded)) return "overdue-dossiers";
  return isOpen ? "overdue-open-dossiers" : "overdue-closed-dossiers";
}

/** What the state of one dossier says: null = nothing; `isLate` false = it is not late, whatever the title. */
export interface DossierState {
  readonly isLate: boolean | null;
  readonly kind: "overdue-open-dossiers" | "overdue-closed-dossiers" | null;
}

export function stateOf(cell: string): DossierState {
  const folded = foldWords(cell);
  if (folded === "") return { isLate: null, kind: null };
  if (NOT_LATE.test(folded)) return { isLate: false, kind: null };
  const isOpen = OPEN.test(folded);
  const isClosed = CLOSED.test(folded);
  if (isOpen !== isClosed)
    return {
      isLate: LATE.test(folded) ? true : null,
      kind: isOpen ? "overdue-open-dossiers" : "overdue-closed-dossiers",
    };
  return { isLate: LATE.test(folded) ? true : null, kind: null };
}
