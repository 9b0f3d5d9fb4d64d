import { DocumentRefused } from "#services/documents/refused.ts";
import { Refusal } from "#services/refusal.ts";

export interface RefusedHow {
  /** It was sent as a file. */
  readonly isFile: boolean;
  /** As `Reply.expects`: what is told next, where the document was refused for a reason. */
  readonly expects: (reason: DocumentRefused["code"]) => string | undefined;
}

/** Rejects with the Refusal "document-refused" in the place of DocumentRefused. */
export async function orRefuse<T>(work: Promise<T>, { isFile, expects }: RefusedHow): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof DocumentRefused)) throw error;
    const { code: reason, facts } = error;
    throw new Refusal("document-refused", { isFile, reason, facts }, [], expects(reason));
  }
}
