/** A text in simplified Chinese written in traditional characters, in the shapes of Taiwan. */
export function traditional(text: string): string;
/**
 * A dataset as JSON text with the traditional forms of its names that it does not give. Sections of sources (`locator`) have one form: they take
 * it where nothing but traditional Chinese is read of the text (`only`, true where left out).
 */
export function localised(json: string, only?: boolean): string;
