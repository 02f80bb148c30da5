// @ts-check
/** Styles: of the widget and, each in a bundle of its own, of what opens under its buttons. */

/** The look of the widget's inside. Its colours, `--ink` and so on, are set by the core, which draws in the same. */
export const STYLE = `
:host{display:block;contain:layout style}
:host([hidden]),:host([controls=off]) .toolbar{display:none}
.root{--scale:1;color-scheme:light}
.dark,.contrast-dark{color-scheme:dark}
.large{--scale:1.15}
.senior{--scale:1.5}
.root{box-sizing:border-box;padding:16px;padding:calc(16px*var(--scale)) clamp(12px,3%,24px);background:var(--paper);color:var(--ink);
  font-weight:400;font-size:calc(15px*var(--scale));line-height:1.7;text-align:left;direction:ltr;letter-spacing:normal;white-space:normal;text-transform:none;writing-mode:horizontal-tb;overflow-wrap:anywhere}
.light,.dark{background:var(--duibiao-paper,var(--paper))}
.root,.probe{font-family:var(--duibiao-font,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","WenQuanYi Micro Hei",sans-serif)}
.root:lang(zh-Hant),.probe:lang(zh-Hant){font-family:var(--duibiao-font,"PingFang TC","PingFang HK","Microsoft JhengHei","Noto Sans CJK TC","Noto Sans TC",sans-serif)}
.root:lang(en),.probe:lang(en){font-family:var(--duibiao-font,system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif)}
.root:lang(en){overflow-wrap:normal}
.figure{margin:0}
.title{margin:0;font-size:calc(20px*var(--scale));line-height:1.35;font-weight:600;text-wrap:balance}
.subtitle{margin:4px 0 14px;font-size:calc(14px*var(--scale));line-height:1.5;color:var(--muted)}
.toolbar{display:flex;flex-wrap:wrap;gap:8px;margin:0 0 12px}
[hidden]{display:none!important}
.button{box-sizing:border-box;min-height:32px;padding:3px 12px;border:1px solid var(--axis);border-radius:4px;background:var(--paper);
  color:inherit;font:inherit;font-size:calc(14px*var(--scale));line-height:1.5;cursor:pointer}
.button:hover{border-color:var(--accent);color:var(--accent)}
.button[aria-busy=true]{cursor:progress}
.button[aria-expanded=true]{border-color:var(--accent);color:var(--accent)}
.label{padding:0;color:var(--muted);line-height:1.5}
.button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.senior .button{min-height:44px}
.plot{position:relative;outline-offset:4px;touch-action:pan-y;-webkit-tap-highlight-color:transparent}
.plot:focus-visible,.scroller:focus-visible,.summary:focus-visible{outline:2px solid var(--accent)}
.canvas{position:absolute;top:0;left:0;max-width:calc(100% + 1px);object-fit:contain}
.handle{position:absolute;top:-22px;left:-22px;width:44px;height:44px;cursor:grab;touch-action:none}
.root:not(.senior) .step{top:-14px;left:-14px;width:28px;height:28px}
.tip{position:absolute;top:0;left:0;max-width:min(260px,90%);padding:8px 12px;border-radius:4px;background:var(--ink);color:var(--paper);
  font-size:calc(13px*var(--scale));line-height:1.55;pointer-events:none;box-shadow:0 2px 10px rgba(0,0,0,.25)}
.tip-name{font-weight:600}
.live{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.reading{margin:14px 0 10px}
.summary{display:inline-block;padding:6px 0;color:var(--accent);cursor:pointer;font-size:calc(14px*var(--scale))}
.senior .summary{min-height:44px;line-height:44px;padding:0}
.scroller{overflow-x:auto;width:0;min-width:100%}
.table{border-collapse:collapse;width:100%;font-size:calc(14px*var(--scale));line-height:1.5}
.caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:6px 12px 6px 0;border-bottom:1px solid var(--grid);text-align:left;vertical-align:top;font-weight:400;min-width:5em}
.row td:last-child,.home-row td:last-child{min-width:15em}
.column{color:var(--muted)}
.number{font-variant-numeric:tabular-nums;white-space:nowrap;text-align:right}
.home-row{color:var(--accent)}
.home-row th,.home-row td{font-weight:600}
.notes{margin:10px 0 0;padding:0;list-style:none;font-size:calc(13px*var(--scale));line-height:1.6;color:var(--muted)}
.sources{margin:2px 0 0;font-size:calc(13px*var(--scale));line-height:1.6;color:var(--muted)}
.message{margin:0 0 8px;padding:10px 14px;border-left:3px solid #8a4b08;background:var(--duibiao-paper,#fff);color:var(--duibiao-ink,#1f2329);
  font:400 14px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
.message ul{margin:4px 0 0;padding-left:1.2em}
@media print{
  .root{padding:0;background:none;--ink:#000!important;--muted:#474747!important;--grid:#d4d4d4!important;--accent:#000!important}
  .title,.subtitle{break-after:avoid}
  .plot{height:auto!important;break-inside:avoid}
  .canvas{display:block;position:static;width:100%!important;max-width:760px;height:auto!important}
  .toolbar,.handle,.tip,.summary{display:none}
  .scroller{overflow:visible;width:auto}
  tr{break-inside:avoid}
  th,td{min-width:0!important}
}
@media (min-width:700px){.title{word-break:keep-all}}
@media (forced-colors:active){.tip{border:1px solid}}
`;

const [INK, HALF] = ["CanvasText", "color-mix(in srgb,CanvasText 45%,Canvas)"];
/** Roles a page can colour by `--duibiao-…`, and what of the system's few colours stands for each where they are forced. */
const ROLES = {
  ink: INK,
  paper: "Canvas",
  accent: "LinkText",
  muted: INK,
  grid: HALF,
  axis: INK,
  peer: HALF,
  target: INK,
  missed: HALF,
  ahead: HALF,
  good: INK,
  caution: INK,
  alert: INK,
};
/** @param {string[]} colors */
const shadows = (colors) => colors.map((color) => `0 0 ${color}`).join();

/**
 * The style of an unseen element whose shadows have the colours of the roles: their computed value is what the page's
 * properties come to, whatever syntax they are written in, and a change of any of them is the end of a transition.
 */
export const PROBE = `
.probe{position:absolute;left:0;right:0;visibility:hidden;forced-color-adjust:none;transition:box-shadow 1ms step-start;
  box-shadow:${shadows(Object.keys(ROLES).map((role) => `var(--duibiao-${role},transparent)`))}}
@media (forced-colors:active){.probe{box-shadow:${shadows(Object.values(ROLES))}}}
`;

/** The look of the choices. */
export const CHOICES = `
:host([controls=off]) .choices,.choices[hidden],.item[hidden]{display:none}
.select,.search,input.number{box-sizing:border-box;min-height:32px;padding:3px 12px;border:1px solid var(--axis);border-radius:4px;background:var(--paper);
  color:inherit;font:inherit;font-size:calc(14px*var(--scale));line-height:1.5}
.choices{display:flex;flex-wrap:wrap;gap:12px 20px;margin:0 0 16px;padding:14px 0;border-top:1px solid var(--grid);border-bottom:1px solid var(--grid)}
.field{display:flex;flex-direction:column;gap:4px;min-width:0;max-width:100%;margin:0;padding:0;border:0;font-size:calc(14px*var(--scale))}
.select{max-width:min(22em,100%);padding-right:4px}
.places{flex-basis:100%;display:block}
input.number{width:9em;text-align:left}
.search{width:min(22em,100%);margin:0 8px 6px 0}
.places>.button{margin:0 8px 6px 0}
.list{display:flex;flex-wrap:wrap;gap:2px 16px;max-height:12em;overflow-y:auto;padding:3px}
.item{display:flex;gap:6px;align-items:center;min-height:26px;line-height:1.4}
.slider{display:flex;flex-direction:column;width:min(14em,100%);min-height:44px;line-height:1.4}
.slider input{width:100%;margin:4px 0;accent-color:var(--accent)}
.slider input:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.item input{width:calc(15px*var(--scale));height:calc(15px*var(--scale));margin:0;accent-color:var(--accent)}
.select:focus-visible,.search:focus-visible,input.number:focus-visible,.item input:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.senior .select,.senior .search,.senior input.number,.senior .item{min-height:44px}
@media print{.choices{display:none}}
`;

/** The look of what is shared. */
export const SHARE = `
:host([controls=off]) .share,.share[hidden],.by-hand[hidden]{display:none}
.share{margin:0 0 16px;padding:14px 0;border-top:1px solid var(--grid);border-bottom:1px solid var(--grid)}
.group{display:flex;flex-wrap:wrap;gap:8px;min-width:0;margin:0 0 12px;padding:0;border:0}
.group .label{margin-bottom:4px}
.share .label{font-size:calc(14px*var(--scale))}
.phone{display:flex;flex-wrap:wrap;gap:12px 16px;align-items:center}
.phone[hidden]{display:none}
.beside{flex:1 1 14em;min-width:0;margin:0}
.address{display:block;font-size:calc(13px*var(--scale));line-height:1.5;overflow-wrap:anywhere}
.outcome{margin:8px 0 0;min-height:1.7em}
.by-hand{box-sizing:border-box;width:100%;margin:6px 0 0;border:1px solid var(--axis);border-radius:4px;background:var(--paper);color:inherit;
  font:inherit;font-size:calc(14px*var(--scale))}
.by-hand:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@media print{.share{display:none}}
`;
