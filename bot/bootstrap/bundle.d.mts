export declare function bundleOf(entry: string): Promise<string | null>;
/** A source's text, in which what it finds by its own address is found from the bundle. */
export declare function bundledAddresses(folder: string): (file: string, text: string) => string;
