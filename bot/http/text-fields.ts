/** What a form posted as text, by the names of its fields; files are left out. */
export function textFields(posted: Record<string, unknown>): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(posted).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
