// @ts-check
/** The look of a briefing's page; its figures have their own. */
export const PAGE = `
:root{--page:#fff;--ink:#1f2329;--muted:#5f6670;--rule:#dfe3e8;--accent:#0f4c9c;--raised:#f4f6f8}
:root.dark{color-scheme:dark;--page:#16191d;--ink:#eceef1;--muted:#a6aeb9;--rule:#2e333a;--accent:#6fa8f5;--raised:#20252b}
*{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0;background:var(--page);color:var(--ink);font:400 16px/1.6 "PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
:lang(en) body{font-family:system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,"PingFang SC","Microsoft YaHei",sans-serif}
:lang(zh-Hant) body{font-family:"PingFang TC","Microsoft JhengHei","Noto Sans CJK TC",sans-serif}
.briefing{position:fixed;top:0;right:0;bottom:0;left:0;display:flex;flex-direction:column}
.stage{flex:1 1 0;min-height:0;overflow:auto}
.stage dui-biao{min-height:100%}
.zone{position:fixed;top:0;bottom:60px;width:3.2%;cursor:pointer;opacity:0;transition:opacity .15s}
.zone:hover{opacity:.5}
.zone.back{left:0;background:linear-gradient(90deg,var(--rule),transparent)}
.zone.forward{right:0;background:linear-gradient(270deg,var(--rule),transparent)}
.bar{position:relative;display:flex;flex-wrap:wrap;align-items:center;gap:4px;padding:6px 12px;border-top:1px solid var(--rule);background:var(--page);color:var(--muted);font-size:15px}
.bar .step-title{flex:1 1 8em;min-width:0;margin:0 12px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis;color:var(--ink)}
.bar .clock{font-variant-numeric:tabular-nums;margin-right:8px}
.bar .position{min-width:4.2em;text-align:center;font-variant-numeric:tabular-nums}
.button,.select{min-height:40px;padding:4px 9px;border:1px solid transparent;border-radius:4px;background:none;color:inherit;font:inherit;cursor:pointer}
.button:hover{color:var(--accent);border-color:var(--rule)}
.button[aria-pressed=true]{color:var(--accent);border-color:var(--accent)}
.button.warning{color:#b3261e;border-color:currentColor}
.dark .button.warning{color:#ffb4ab}
.button:disabled{opacity:.4;cursor:default}
.button.arrow{font-size:26px;line-height:1;min-width:44px}
.select{border-color:var(--rule);background:var(--page)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.notes{max-height:32vh;overflow:auto;padding:12px 4%;border-top:3px solid var(--accent);background:var(--raised);font-size:20px}
.notes p,.notes h2{margin:0 0 .3em}
.notes .position,.follows{color:var(--muted);font-size:.8em}
.spoken{white-space:pre-wrap}
.speaker{padding:24px;font-size:26px}
.speaker .clock{float:right;font-size:1.6em;font-variant-numeric:tabular-nums}
.overview{position:fixed;top:0;right:0;bottom:0;left:0;z-index:2;overflow:auto;padding:28px 3%;background:var(--raised);display:grid;grid-template-columns:repeat(auto-fill,minmax(min(280px,100%),1fr));gap:24px;align-content:start}
.small{display:block;padding:8px;border:2px solid transparent;border-radius:6px;background:var(--page);color:inherit;font:inherit;text-align:left;cursor:pointer;box-shadow:0 1px 4px rgba(0,0,0,.15)}
.small:hover,.small[aria-current]{border-color:var(--accent)}
.small.passed{opacity:.45}
.picture{display:block;width:100%!important;height:auto!important;aspect-ratio:16/9;object-fit:contain;object-position:top}
.small .label{display:flex;gap:10px;padding:8px 4px 0;font-size:16px}
.small .number{color:var(--muted);white-space:nowrap}
.panel{position:fixed;top:0;right:0;bottom:0;z-index:3;width:min(860px,100%);overflow:auto;padding:20px 28px 40px;background:var(--page);box-shadow:0 0 30px rgba(0,0,0,.3)}
.head{position:sticky;top:-20px;z-index:1;padding:8px 0;background:var(--page);display:flex;justify-content:space-between;align-items:center;margin-bottom:12px}
.head h2{margin:0;font-size:24px}
.keys{margin:0}
.key{display:flex;gap:16px;padding:8px 0;border-bottom:1px solid var(--rule)}
.key dt{flex:1 1 60%;font-weight:600}
.key dd{flex:1 1 40%;margin:0}
.steps{margin:0 0 16px;padding-left:1.8em}
.step{padding:12px 0;border-bottom:1px solid var(--rule)}
.field{display:block;margin-bottom:6px}
.field .label{display:block;color:var(--muted);font-size:14px}
.input{width:100%;min-height:40px;padding:6px 10px;border:1px solid var(--muted);border-radius:4px;background:var(--page);color:inherit;font:inherit}
.input[type=checkbox]{width:20px;min-height:20px;height:20px;vertical-align:middle}
.buttons{display:flex;flex-wrap:wrap;gap:8px;align-items:center}
.buttons .button{border-color:var(--rule)}
.buttons .field{display:flex;flex-direction:row-reverse;gap:6px;align-items:center;margin:0}

.hint{color:var(--muted);font-size:14px}
.asked{display:flex;flex-wrap:wrap;gap:4px 16px}
.asked .field{flex:1 1 12em}
.heard{width:100%;border-collapse:collapse;font-size:15px}
.heard th,.heard td{padding:4px 10px 4px 0;border-bottom:1px solid var(--rule);text-align:left;font-weight:400;vertical-align:middle}
.heard .input{min-width:7em;min-height:36px}
.heard .state{font-size:14px;color:var(--muted)}
.input[aria-invalid=true]{border-color:#b3261e;outline-color:#b3261e}
.noted{margin-top:28px}
.noted .button{border-color:var(--rule);white-space:nowrap}
.scroller{overflow-x:auto}
.told{pointer-events:none;position:fixed;right:16px;bottom:68px;z-index:4;max-width:90%;margin:0;padding:6px 16px;font-size:15px;border-radius:4px;background:var(--ink);color:var(--page)}
.told:empty{display:none}
.blank{position:fixed;top:0;right:0;bottom:0;left:0;z-index:5;width:100%;border:0;cursor:none;outline:0}
.blank.black{background:#000}
.blank.white{background:#fff}
.pages{position:absolute;top:0;left:0;visibility:hidden;height:0;overflow:hidden}
.page{position:relative;overflow:hidden;color:#000}
.page article{transform-origin:0 0;font-size:14px;line-height:1.6}
.page footer{position:absolute;right:0;bottom:0;left:0;display:flex;justify-content:space-between;color:#474747;font-size:10.5px;line-height:16px}
.page .kicker{margin:0;color:#474747;font-size:13px}
.page h2{margin:2px 0;font-size:22px;line-height:1.35}
.page .subtitle{margin:0 0 10px;color:#474747}
.page .drawing svg{display:block;width:100%;height:auto}
.page .reading{margin:10px 0}
.page table{border-collapse:collapse;width:100%;font-size:var(--table);line-height:1.4}
.page th,.page td{min-width:4em;padding:2px 8px 2px 0;border-bottom:1px solid #d4d4d4;text-align:left;vertical-align:top;font-weight:400}
.page th{vertical-align:bottom;color:#474747}
.page .dense :is(th,td){min-width:2.1em;padding:1px 6px 1px 0}
.page .table .number{padding-right:14px;text-align:right;font-variant-numeric:tabular-nums}
.page td:is(.number,.short){white-space:nowrap}
.page .home td{font-weight:600}
.page .note,.page .sources{margin:5px 0 0;color:#474747;font-size:var(--note);line-height:1.5}
.page .more{color:inherit}
.page h3{margin:12px 0 2px;font-size:16px}
.wide article.beside{display:grid;grid-template:repeat(4,auto) 1fr/62% 1fr;column-gap:3%}
.wide .beside :is(.kicker,h2,.subtitle,table,.more){grid-column:1/-1}
.wide .beside .drawing{grid-row:4/span 2}
.wide .beside :is(.reading,.remarks){grid-column:2}
.wide .beside .reading{margin-top:0}
.wide .beside table{grid-row:6;margin-top:8px}
.wide .beside .more{grid-row:7}
.wide .beside div.beside{display:contents}
.wide article.summary{columns:2;column-gap:3%}
.wide .summary :is(.kicker,h2){column-span:all}
.summary .part{break-inside:avoid}
@media print{
  html,body{background:#fff!important}
  .briefing{display:none}
  .pages{position:static;visibility:visible;height:auto;overflow:visible}
  .page{break-after:page}
  .page:last-child{break-after:auto}
}
:fullscreen .bar{position:fixed;right:0;bottom:0;left:0;z-index:1;opacity:0;transition:opacity .15s}
:fullscreen .bar:hover,:fullscreen .bar:focus-within{opacity:1}
@media (max-width:760px){.bar{flex-wrap:nowrap;overflow-x:auto}.bar .step-title{flex:none;max-width:9em}.bar .button{white-space:nowrap;min-height:44px}.zone{display:none}}
@media (prefers-reduced-motion:reduce){.zone{transition:none}}
`;
