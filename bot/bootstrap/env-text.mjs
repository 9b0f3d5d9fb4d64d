/**
 * The text of a settings file, whatever wrote it: Notepad and PowerShell write UTF-16, or UTF-8 with a byte order mark,
 * which TextDecoder takes away. null = these bytes are no text.
 */
export function settingsText(bytes) {
  try {
    return plain(new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

/** What begins with a letter or a comment has a zero beside it in UTF-16. */
function encodingOf([first, second]) {
  if ((first === 0xfe && second === 0xff) || first === 0) return "utf-16be";
  return (first === 0xff && second === 0xfe) || second === 0 ? "utf-16le" : "utf-8";
}

/** Without what phones and word processors put in the place of plain spaces, equals signs and quotes. */
function plain(text) {
  return text
    .replace(/\r\n?/gu, "\n")
    .replace(/[^\S\n]/gu, " ")
    .replace(/[\u00ad\u200b-\u200f\u2060]/gu, "")
    .replace(/^([^=\n#]*)＝/gmu, "$1=")
    .replace(/^([^=\n#]*= *)[“”„]([^“”"\n]*)[“”]/gmu, '$1"$2"')
    .replace(/^([^=\n#]*= *)[‘’]([^‘’'\n]*)[‘’]/gmu, "$1'$2'");
}
