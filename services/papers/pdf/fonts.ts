import { createRequire } from "node:module";

export interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
}

const FAMILY = "@expo-google-fonts/tinos";
const FILES = {
  regular: "400Regular/Tinos_400Regular.ttf",
  italic: "400Regular_Italic/Tinos_400Regular_Italic.ttf",
  bold: "700Bold/Tinos_700Bold.ttf",
  boldItalic: "700Bold_Italic/Tinos_700Bold_Italic.ttf",
};

export type FontName = keyof typeof FILES;

/** Tinos (OFL) is as wide as Times New Roman, letter for letter, and bears every mark of Vietnamese. */
export function fontPaths(): Readonly<Record<FontName, string>> {
  const { resolve } = createRequire(import.meta.url);
  const path = (name: FontName): string => resolve(`${FAMILY}/${FILES[name]}`);
  return {
    regular: path("regular"),
    italic: path("italic"),
    bold: path("bold"),
    boldItalic: path("boldItalic"),
  };
}

export function fontOf({ bold = false, italic = false }: Look): FontName {
  if (bold) return italic ? "boldItalic" : "bold";
  return italic ? "italic" : "regular";
}
