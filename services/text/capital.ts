/** The first letter as a capital. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
