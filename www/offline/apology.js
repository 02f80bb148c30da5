// @ts-check
/** What a briefing's file says before its program runs, or where it cannot. */

/** Of the page until then, and of the apology. */
export const STYLE = "body{margin:0;font:18px/1.7 system-ui,sans-serif}.apology{margin:2em auto;padding:0 1em;max-width:40em}";

const TEXTS = {
  "zh-Hans": "这个演示文件没有打开。请用 2018 年以后的浏览器（Chrome、Edge、360、Firefox、Safari）打开，并允许运行脚本；仍不行时，文件可能没有拷贝完整，请重新拷贝。",
  "zh-Hant": "這個演示檔案沒有開啟。請用 2018 年以後的瀏覽器（Chrome、Edge、Firefox、Safari）開啟，並允許執行指令碼；仍不行時，檔案可能沒有複製完整，請重新複製。",
  en: "This briefing did not open. Use a browser of 2018 or later (Chrome, Edge, Firefox, Safari) and let it run scripts. If it still does not, the file may not have been copied whole: copy it again.",
};

/** As markup. */
export const APOLOGY = Object.entries(TEXTS)
  .map(([lang, text]) => `<p class="apology" lang="${lang}">${text}</p>`)
  .join("");
