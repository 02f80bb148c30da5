// @ts-check
/** The look of the widget's inside. Colours follow roles that a page may set; the drawing has the same roles in Rust. */
export const STYLE = `
:host{display:block;contain:layout style}
:host([hidden]),:host([controls=off]) .toolbar,:host([controls=off]) .choices{display:none}
.root,.message{--ink:var(--duibiao-ink,#1f2329);--muted:var(--duibiao-muted,#5f6670);--paper:var(--duibiao-paper,#fff);
  --rule:var(--duibiao-rule,#e7e9ec);--accent:var(--duibiao-accent,#1456b8);--line:var(--duibiao-line,#8b929b);--scale:1}
.root{color-scheme:light}
.dark{color-scheme:dark;
  --ink:var(--duibiao-ink,#eceef1);--muted:var(--duibiao-muted,#a6aeb9);--paper:var(--duibiao-paper,#16191d);
  --rule:var(--duibiao-rule,#2e333a);--accent:var(--duibiao-accent,#6fa8f5);--line:var(--duibiao-line,#7d8691)}
.large{--scale:1.15}
.senior{--scale:1.5}
.root{box-sizing:border-box;padding:calc(16px*var(--scale)) calc(clamp(12px,3%,24px));background:var(--paper);color:var(--ink);
  font:400 calc(15px*var(--scale))/1.7 "PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;
  text-align:left;direction:ltr;letter-spacing:normal;overflow-wrap:anywhere}
.root:lang(zh-Hant){font-family:"PingFang TC","PingFang HK","Microsoft JhengHei","Noto Sans CJK TC","Noto Sans TC",sans-serif}
.root:lang(en){font-family:system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:normal}
.figure{margin:0}
.title{margin:0;font-size:calc(20px*var(--scale));line-height:1.35;font-weight:600;text-wrap:balance}
.subtitle{margin:4px 0 14px;font-size:calc(14px*var(--scale));line-height:1.5;color:var(--muted)}
.toolbar{display:flex;flex-wrap:wrap;gap:8px;margin:0 0 12px}
.toolbar[hidden],.choices[hidden],.button[hidden],.item[hidden]{display:none}
.button,.select,.search,input.number{box-sizing:border-box;min-height:32px;padding:3px 12px;border:1px solid var(--line);border-radius:4px;background:var(--paper);
  color:inherit;font:inherit;font-size:calc(14px*var(--scale));line-height:1.5}
.button{cursor:pointer}
.button:hover{border-color:var(--accent);color:var(--accent)}
.button[aria-expanded=true]{border-color:var(--accent);color:var(--accent)}
.choices{display:flex;flex-wrap:wrap;gap:12px 20px;margin:0 0 16px;padding:14px 0;border-top:1px solid var(--rule);border-bottom:1px solid var(--rule)}
.field{display:flex;flex-direction:column;gap:4px;min-width:0;max-width:100%;margin:0;padding:0;border:0;font-size:calc(14px*var(--scale))}
.label{padding:0;color:var(--muted);line-height:1.5}
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
.button:focus-visible,.select:focus-visible,.search:focus-visible,input.number:focus-visible,.item input:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.senior .button,.senior .select,.senior .search,.senior input.number,.senior .item{min-height:44px}
.plot{position:relative;outline-offset:4px;touch-action:pan-y;-webkit-tap-highlight-color:transparent}
.plot:focus-visible,.scroller:focus-visible,.summary:focus-visible{outline:2px solid var(--accent)}
.canvas{position:absolute;top:0;left:0}
.handle{position:absolute;top:-22px;left:-22px;width:44px;height:44px;cursor:grab;touch-action:none}
.handle[hidden]{display:none}
.tip{position:absolute;top:0;left:0;max-width:min(260px,90%);padding:8px 12px;border-radius:4px;background:var(--ink);color:var(--paper);
  font-size:calc(13px*var(--scale));line-height:1.55;pointer-events:none;box-shadow:0 2px 10px rgba(0,0,0,.25)}
.tip[hidden]{display:none}
.tip-name{font-weight:600}
.live{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.reading{margin:14px 0 10px}
.summary{display:inline-block;padding:6px 0;color:var(--accent);cursor:pointer;font-size:calc(14px*var(--scale))}
.senior .summary{min-height:44px;line-height:44px;padding:0}
.scroller{overflow-x:auto;width:0;min-width:100%}
.table{border-collapse:collapse;width:100%;font-size:calc(14px*var(--scale));line-height:1.5}
.caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:6px 12px 6px 0;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top;font-weight:400;min-width:5em}
.row td:last-child,.home-row td:last-child{min-width:15em}
.column{color:var(--muted)}
.number{font-variant-numeric:tabular-nums;white-space:nowrap;text-align:right}
.home-row{color:var(--accent)}
.home-row th,.home-row td{font-weight:600}
.notes{margin:10px 0 0;padding:0;list-style:none;font-size:calc(13px*var(--scale));line-height:1.6;color:var(--muted)}
.notes[hidden]{display:none}
.sources{margin:2px 0 0;font-size:calc(13px*var(--scale));line-height:1.6;color:var(--muted)}
.message{margin:0 0 8px;padding:10px 14px;border-left:3px solid #8a4b08;background:var(--paper);color:var(--ink);
  font:400 14px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
.message ul{margin:4px 0 0;padding-left:1.2em}
@media print{.plot{break-inside:avoid}.data,.toolbar,.choices{display:none}}
@media (forced-colors:active){.tip{border:1px solid}}
`;
