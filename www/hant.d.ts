/** A text in simplified Chinese written in traditional characters, in the shapes of Taiwan. */
export function traditional(text: string): string;
/** A dataset as JSON text with the traditional forms of its names that it does not give. */
export function localised(json: string): string;
