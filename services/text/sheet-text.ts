/** Control characters, and marks of direction that would turn what stands behind them. */
const UNSEEN = /[^\t\n\P{Cc}]|[\p{Bidi_Control}\ufff9-\uffff]/gu;

/** Text for a workbook's cell, without what nobody sees: some of it ruins a file, some shows other words than there are. */
export const sheetText = (text: string): string => text.replace(UNSEEN, "");
