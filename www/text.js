// @ts-check
/** What must be said before the core, which has all other words, is there. By the page's language. */

const TEXTS = {
  "zh-Hans": {
    core: "图表程序没有加载成功。请刷新；仍不行时，请网站管理员检查程序文件是否齐全。",
    src: "没有可用的数据地址（src）。框（iframe）里只能写本站的数据。",
    network: "数据没有取到。请检查网络后刷新。",
    offline: "当前没有网络。请联网后刷新。",
    file: "浏览器不允许从本地文件读取数据。请打开网站上的页面，或使用离线文件。",
    missing: "数据地址不存在（404）。请网站管理员核对地址。",
    denied: "没有权限读取数据。请登录，或请网站管理员检查权限。",
    server: "数据服务器出错。请稍后刷新。",
    cors: "数据在另一网站，该网站不允许本页读取。请把数据文件放在本站。",
    cut: "数据传输中断。请刷新。",
    html: "数据地址返回的是网页（可能需要登录），不是数据。",
    encoding: "数据文件不是 UTF-8 编码，请另存为 UTF-8。",
    table: "数据地址给的是表格（CSV），不是 JSON 数据文件。",
    old: "浏览器太旧，画不出图表；表格内容相同。",
    version: "本页有两个版本的对标程序，先装的在用。",
    crash: "图表程序出错。请刷新。",
  },
  "zh-Hant": {
    core: "圖表程式沒有載入成功。請重新整理；仍不行時，請網站管理員檢查程式檔案是否齊全。",
    src: "沒有可用的數據地址（src）。框（iframe）裡只能寫本站的數據。",
    network: "數據沒有取到。請檢查網絡後重新整理。",
    offline: "目前沒有網絡。請連線後重新整理。",
    file: "瀏覽器不允許從本機檔案讀取數據。請開啟網站上的頁面，或使用離線檔案。",
    missing: "數據地址不存在（404）。請網站管理員核對地址。",
    denied: "沒有權限讀取數據。請登入，或請網站管理員檢查權限。",
    server: "數據伺服器出錯。請稍後重新整理。",
    cors: "數據在另一網站，該網站不允許本頁讀取。請把數據檔案放在本站。",
    cut: "數據傳輸中斷。請重新整理。",
    html: "數據地址返回的是網頁（可能需要登入），不是數據。",
    encoding: "數據檔案不是 UTF-8 編碼，請另存為 UTF-8。",
    table: "數據地址給的是表格（CSV），不是 JSON 數據檔案。",
    old: "瀏覽器太舊，畫不出圖表；表格內容相同。",
    version: "本頁有兩個版本的對標程式，先裝的在用。",
    crash: "圖表程式出錯。請重新整理。",
  },
  en: {
    core: "The chart could not be loaded. Reload, or ask the site's editor whether all files are there.",
    src: "There is no address of data (src) to use. In a frame it must be on the frame's own site.",
    network: "The data could not be fetched. Check the network and reload.",
    offline: "There is no network. Reload when there is.",
    file: "Browsers do not read data from local files. Open the page on its site, or use the offline file.",
    missing: "There is no data at its address (404). Ask the site's editor to check it.",
    denied: "The data may not be read. Log in, or ask the site's editor to check the permissions.",
    server: "The data's server has failed. Reload later.",
    cors: "Another site has the data and does not let this page read it. Put the data file on this site.",
    cut: "The data broke off on its way. Reload.",
    html: "The data address gave a web page (a login, perhaps), not data.",
    encoding: "The data file is not UTF-8; save it as UTF-8.",
    table: "The data address gives a table (CSV), not a JSON dataset.",
    old: "This browser is too old to draw the chart; the table says the same.",
    version: "This page has two versions of duibiao; the first is in use.",
    crash: "The chart has failed. Reload.",
  },
};

/** @typedef {keyof typeof TEXTS["en"]} Key */

/** Whether a BCP 47 tag means traditional Chinese. @param {string} lang */
export const isTraditional = (lang) => /^zh\b.*(hant|tw|hk|mo)/.test(lang.toLowerCase());

/** @param {string} lang @param {Key} key @returns {string} */
export function text(lang, key) {
  return TEXTS[lang.toLowerCase().startsWith("en") ? "en" : isTraditional(lang) ? "zh-Hant" : "zh-Hans"][key];
}
