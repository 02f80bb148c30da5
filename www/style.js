// @ts-check
/** The look of the widget's inside. Its colours, `--ink` and so on, are set by the core, which draws in the same. */
export const STYLE = `
:host{display:block;contain:layout style}
:host([hidden]),:host([controls=off]) .toolbar{display:none}
.root{--scale:1;color-scheme:light}
.dark,.contrast-dark{color-scheme:dark}
.large{--scale:1.15}
.senior{--scale:1.5}
.root{box-sizing:border-box;padding:calc(16px*var(--scale)) calc(clamp(12px,3%,24px));background:var(--paper);color:var(--ink);
  font-weight:400;font-size:calc(15px*var(--scale));line-height:1.7;text-align:left;direction:ltr;letter-spacing:normal;overflow-wrap:anywhere}
.light,.dark{background:var(--duibiao-paper,var(--paper))}
.root,.probe{font-family:var(--duibiao-font,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","WenQuanYi Micro Hei",sans-serif)}
.root:lang(zh-Hant),.probe:lang(zh-Hant){font-family:var(--duibiao-font,"PingFang TC","PingFang HK","Microsoft JhengHei","Noto Sans CJK TC","Noto Sans TC",sans-serif)}
.root:lang(en),.probe:lang(en){font-family:var(--duibiao-font,system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif)}
.root:lang(en){overflow-wrap:normal}
.figure{margin:0}
.title{margin:0;font-size:calc(20px*var(--scale));line-height:1.35;font-weight:600;text-wrap:balance}
.subtitle{margin:4px 0 14px;font-size:calc(14px*var(--scale));line-height:1.5;color:var(--muted)}
.toolbar{display:flex;flex-wrap:wrap;gap:8px;margin:0 0 12px}
.button[hidden]{display:none}
.button{box-sizing:border-box;min-height:32px;padding:3px 12px;border:1px solid var(--axis);border-radius:4px;background:var(--paper);
  color:inherit;font:inherit;font-size:calc(14px*var(--scale));line-height:1.5}
.button{cursor:pointer}
.button:hover{border-color:var(--accent);color:var(--accent)}
.button[aria-busy=true]{cursor:progress}
.button[aria-expanded=true]{border-color:var(--accent);color:var(--accent)}
.label{padding:0;color:var(--muted);line-height:1.5}
.button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.senior .button{min-height:44px}
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
th,td{padding:6px 12px 6px 0;border-bottom:1px solid var(--grid);text-align:left;vertical-align:top;font-weight:400;min-width:5em}
.row td:last-child,.home-row td:last-child{min-width:15em}
.column{color:var(--muted)}
.number{font-variant-numeric:tabular-nums;white-space:nowrap;text-align:right}
.home-row{color:var(--accent)}
.home-row th,.home-row td{font-weight:600}
.notes{margin:10px 0 0;padding:0;list-style:none;font-size:calc(13px*var(--scale));line-height:1.6;color:var(--muted)}
.notes[hidden]{display:none}
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
  th,td,.row td:last-child,.home-row td:last-child{min-width:0}
}
@media (forced-colors:active){.tip{border:1px solid}}
`;
