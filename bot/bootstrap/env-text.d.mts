export declare function settingsText(bytes: Uint8Array): string | null;
