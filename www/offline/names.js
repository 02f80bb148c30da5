// @ts-check
/** Stands in for ../names.js in a briefing: names are as the file has them. The table of traditional forms would be a seventh of it. */

/** @param {{ text: string }} body */
export const textFor = async (body) => body.text;
