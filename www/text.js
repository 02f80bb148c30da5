// @ts-check
/** What must be said before the core, which has all other words, is there. By the page's language. */

const TEXTS = {
  "zh-Hans": {
    core: "图表程序没有加载成功。请检查网络，或请网站管理员检查文件是否齐全。",
    network: "数据没有取到。请检查网络后刷新。",
    html: "数据地址返回的是网页（可能需要登录），不是数据。",
    encoding: "数据文件不是 UTF-8 编码，请另存为 UTF-8。",
    crash: "图表程序出错。请刷新页面。",
  },
  "zh-Hant": {
    core: "圖表程式沒有載入成功。請檢查網絡，或請網站管理員檢查檔案是否齊全。",
    network: "數據沒有取到。請檢查網絡後重新整理。",
    html: "數據地址返回的是網頁（可能需要登入），不是數據。",
    encoding: "數據檔案不是 UTF-8 編碼，請另存為 UTF-8。",
    crash: "圖表程式出錯。請重新整理頁面。",
  },
  en: {
    core: "The chart could not be loaded. Check the network, or ask the site's editor whether all files are there.",
    network: "The data could not be fetched. Check the network and reload.",
    html: "The data address answered with a web page (a login, perhaps) instead of data.",
    encoding: "The data file is not UTF-8; save it as UTF-8.",
    crash: "The chart has failed. Reload the page.",
  },
};

/** @typedef {"core" | "network" | "html" | "encoding" | "crash"} Key */

/** Whether a BCP 47 tag means traditional Chinese. @param {string} lang */
export const isTraditional = (lang) => /^zh\b.*(hant|tw|hk|mo)/.test(lang.toLowerCase());

/** @param {string} lang @param {Key} key @returns {string} */
export function text(lang, key) {
  return TEXTS[lang.toLowerCase().startsWith("en") ? "en" : isTraditional(lang) ? "zh-Hant" : "zh-Hans"][key];
}
