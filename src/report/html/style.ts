/**
 * The page's own style. Text in a serif face as print has it, the rest in the system's own; three levels told by colour, by
 * line and by number, so that none of them is needed alone. Colours are variables, once for light and once for dark.
 */
const light = `
  --paper: #fff; --desk: #f6f5f2; --ink: #1d1c1a; --soft: #5f5b55; --faint: #6f6a63; --line: #e3e0da; --accent: #2f5d8a;
  --e: #b3261e; --e-bg: #fbe6e3; --w: #8a5a00; --w-bg: #fdf0d2; --i: #2f5d8a; --i-bg: #e6eef7; --good: #2e6b3e;
  --hover: #efede8; --on: #ffe9a8;`
const dark = `
  --paper: #1e1d1b; --desk: #151413; --ink: #e8e4dd; --soft: #b0aaa1; --faint: #9a948a; --line: #34312d; --accent: #8ab4e0;
  --e: #ff9d92; --e-bg: #4a221e; --w: #f0c060; --w-bg: #43351a; --i: #8ab4e0; --i-bg: #1f3347; --good: #86c797;
  --hover: #2a2825; --on: #5d4a12;`

export const style = `
:root { color-scheme: light dark;${light}
  --sans: system-ui, -apple-system, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  --serif: "Songti SC", "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", STSong, FangSong, SimSun, serif;
  --mono: ui-monospace, SFMono-Regular, Consolas, "Liberation Mono", monospace;
  --bar: 3.25rem; }
@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) {${dark} } }
:root[data-theme="dark"] { color-scheme: dark;${dark} }
:root[data-theme="light"] { color-scheme: light; }
* { box-sizing: border-box; }
html { scroll-padding-top: calc(var(--bar) + 1rem); -webkit-text-size-adjust: 100%; }
body { margin: 0; padding-top: var(--bar); background: var(--desk); color: var(--ink); font: 15px/1.6 var(--sans); }
a { color: inherit; text-decoration: none; }
a:hover { text-decoration: underline; text-underline-offset: 3px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
code { font: 12px/1.4 var(--mono); }
p, h1, h2, ul, ol { margin: 0; padding: 0; }
ul, ol { list-style: none; }
button, input { font: inherit; color: inherit; }

.bar { position: fixed; z-index: 9; top: 0; left: 0; right: 0; height: var(--bar); padding: 0 1.25rem; display: flex; align-items: center; gap: .75rem;
  background: var(--paper); border-bottom: 1px solid var(--line); font-size: 13px; white-space: nowrap; }
.brand { font: 700 19px/1 var(--serif); letter-spacing: .12em; padding: .4rem 0; margin-right: .25rem; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; background: var(--paper); padding: .3rem .6rem; }
.bar button, .bar summary { border: 1px solid var(--line); background: none; border-radius: 6px; padding: .28rem .65rem; cursor: pointer; line-height: 1.4; list-style: none; }
.bar summary::-webkit-details-marker { display: none; }
.bar button:hover, .bar summary:hover, .menu[open] > summary { background: var(--hover); }
.bar button:disabled { opacity: .4; cursor: default; }
.bar b { font-variant-numeric: tabular-nums; font-weight: 600; }
.menu { position: relative; }
.menu > summary::after { content: ""; display: inline-block; margin-left: .5em; border: 4px solid transparent; border-top-color: currentColor; transform: translateY(2px); }
.rm.some > summary { border-color: var(--accent); color: var(--accent); }
.pop { position: absolute; top: calc(100% + 6px); left: 0; width: 24rem; max-width: calc(100vw - 2rem); max-height: 70vh; overflow: auto; padding: .6rem;
  background: var(--paper); border: 1px solid var(--line); border-radius: 10px; box-shadow: 0 12px 32px rgba(0,0,0,.16); white-space: normal; }
.rm .pop { width: 17rem; }
.pop label { display: block; padding: .2rem .35rem; border-radius: 5px; cursor: pointer; }
.pop label:hover { background: var(--hover); }
.pop input[type="search"] { width: 100%; padding: .4rem .6rem; margin-bottom: .5rem; border: 1px solid var(--line); border-radius: 6px; background: var(--desk); }
.two { display: flex; gap: .4rem; margin-bottom: .4rem; }
.grp { display: flex; gap: .35rem; align-items: center; }
.grp.nav { margin-left: auto; }
#pos { min-width: 4.2em; text-align: center; color: var(--soft); font-variant-numeric: tabular-nums; }
.lv::before { content: ""; display: inline-block; width: .55em; height: .55em; border-radius: 50%; margin-right: .45em; background: currentColor; }
.lv.e { color: var(--e); } .lv.w { color: var(--w); } .lv.i { color: var(--i); }
.bar .lv.e { background: var(--e-bg); border-color: transparent; } .bar .lv.w { background: var(--w-bg); border-color: transparent; } .bar .lv.i { background: var(--i-bg); border-color: transparent; }
.bar .lv[aria-pressed="false"] { background: none; border-color: var(--line); color: var(--faint); text-decoration: line-through; }
.bar .lv[aria-pressed="false"]::before { background: none; box-shadow: inset 0 0 0 1.5px currentColor; }

.js .file:not(.cur) { display: none; }
.home .bar .nav { visibility: hidden; }
.file { max-width: 84rem; margin: 0 auto; padding: 1.75rem 1.25rem 4rem; }
.fh { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1rem; margin: 0 0 1.25rem; }
.fh h1 { font: 600 19px/1.35 var(--sans); overflow-wrap: anywhere; }
.fh p { color: var(--soft); font-size: 13px; }
.note, .failure { margin: 0 0 1rem; padding: .7rem 1rem; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; font-size: 13px; color: var(--soft); overflow-wrap: anywhere; }
.note.bad, .failure { border-left: 3px solid var(--e); }
.failure { padding: 1.1rem 1.25rem; }
.failure .msg { color: var(--ink); font-size: 16px; }
.cols { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 1.75rem; align-items: start; }

.toc { position: sticky; top: calc(var(--bar) + 1.25rem); max-height: calc(100vh - var(--bar) - 2.5rem); overflow: auto; font-size: 13px; line-height: 1.45; }
.toc h2, .over h2 { font: 600 12px/1.4 var(--sans); color: var(--faint); letter-spacing: .08em; margin-bottom: .5rem; }
.toc a { display: flex; gap: .35rem; padding: .26rem .5rem; border-radius: 6px; color: var(--soft); }
.toc a:hover { background: var(--hover); text-decoration: none; color: var(--ink); }
.toc a > span { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.toc .l0 { color: var(--faint); } .toc .l1 { color: var(--ink); font-weight: 600; } .toc .l2 { padding-left: 1.25rem; } .toc .l3 { padding-left: 2rem; } .toc .l4 { padding-left: 2.75rem; } .toc .l5 { padding-left: 3.25rem; }
.q { flex: none; align-self: flex-start; min-width: 1.5em; padding: 0 .35em; border-radius: 1em; text-align: center; font: 600 11px/1.55 var(--sans); font-variant-numeric: tabular-nums; }
.q.e { color: var(--e); background: var(--e-bg); } .q.w { color: var(--w); background: var(--w-bg); } .q.i { color: var(--i); background: var(--i-bg); }

.doc { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 2rem 22rem 2.5rem 0; overflow: clip; }
.doc::after { content: ""; display: block; clear: both; }
.doc .card { float: right; clear: right; width: 19rem; margin: .45rem -20.5rem 0 0; transform: translateY(var(--up, 0)); }
.t { position: relative; padding: .3rem 0 .3rem 3.75rem; font: 17px/1.95 var(--serif); white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; }
.t::before { content: attr(data-l); position: absolute; left: 0; width: 2.9rem; text-align: right; color: var(--faint); opacity: .75; font: 11px/3 var(--sans); font-variant-numeric: tabular-nums; user-select: none; -webkit-user-select: none; }
.t.title { font: 700 23px/1.6 var(--serif); text-align: center; padding-top: .6rem; }
.t.mid { text-align: center; color: var(--soft); }
.t.end { text-align: right; }
.t.h { font-weight: 700; } .t.h1 { font-size: 19px; padding-top: .8rem; } .t.h1::before { line-height: 3.3; }
.t.dim { color: var(--faint); font-size: 15px; }
.tr { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); margin: -1px 0 0 3.75rem; border: 1px solid var(--line); }
.tr > div { padding: .15rem .6rem; } .tr > div + div { border-left: 1px solid var(--line); }
.t.cell { position: static; padding: .1rem 0; font-size: 15px; line-height: 1.7; }
.t.cell::before { display: none; }
.t b { font-weight: 700; }
.lab { color: var(--soft); font-weight: 700; margin-right: .15em; border-bottom: 1px dotted var(--faint); }
.gap { height: .9rem; }
.beside { margin: 1.5rem 0 .5rem 3.75rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--faint); font-size: 12px; }

mark { color: inherit; background: var(--i-bg); border-bottom: 2px dotted var(--i); padding: .08em 0; cursor: pointer; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
mark.w { background: var(--w-bg); border-bottom: 2px dashed var(--w); }
mark.e { background: var(--e-bg); border-bottom: 2px solid var(--e); }
mark.d { border-bottom-style: double; border-bottom-width: 3px; }
mark.on { background: var(--on); }
mark.off { background: none; border-color: transparent; cursor: auto; }
.s { border-bottom: 1px dashed var(--faint); }
.n { display: inline-block; vertical-align: super; margin: 0 .12em; padding: 0 .3em; min-width: 1.35em; border-radius: .7em; text-align: center; font: 600 10px/1.45 var(--sans); white-space: nowrap;
  color: var(--paper); background: var(--i); user-select: none; -webkit-user-select: none; -webkit-print-color-adjust: exact; print-color-adjust: exact; text-indent: 0; }
.n.e { background: var(--e); } .n.w { background: var(--w); }
.n:hover { text-decoration: none; filter: brightness(1.15); }
.n.off, .card.off { display: none; }
.to { scroll-margin-top: 6rem; }
.to:target + .s, .to:target + mark, .to:target + a + mark { background: var(--on); }

.card { position: relative; padding: .55rem .8rem .6rem; background: var(--paper); border: 1px solid var(--line); border-left: 3px solid var(--i); border-radius: 7px; font-size: 13.5px; line-height: 1.55; overflow-wrap: anywhere; break-inside: avoid; scroll-margin: 6rem; }
.card.e { border-left-color: var(--e); } .card.w { border-left-color: var(--w); }
.card.on { z-index: 2; border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent), 0 6px 18px rgba(0,0,0,.14); }
.card:focus { outline: none; }
.hd { display: flex; align-items: center; gap: .5rem; font-size: 12px; color: var(--faint); }
.hd .no { flex: none; min-width: 1.5em; padding: 0 .35em; border-radius: 1em; text-align: center; font-weight: 600; color: var(--paper); background: var(--i); line-height: 1.5; font-size: 11px; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.card.e .no { background: var(--e); } .card.w .no { background: var(--w); }
.sv { font-weight: 600; color: var(--i); } .card.e .sv { color: var(--e); } .card.w .sv { color: var(--w); }
.hd .at { margin-left: auto; font-variant-numeric: tabular-nums; }
.card .msg { margin: .2rem 0 .1rem; color: var(--ink); }
.fix { margin-top: .25rem; color: var(--soft); font-size: 13px; }
.fix .k { color: var(--faint); font-size: 12px; margin-right: .2rem; }
.fix del { color: var(--e); background: var(--e-bg); border-radius: 2px; padding: 0 1px; } .fix ins { color: var(--good); text-decoration: none; font-weight: 600; border-bottom: 1px solid currentColor; }
.rel { margin-top: .25rem; font-size: 13px; }
.rel a { color: var(--accent); } .rel .at { color: var(--faint); font-variant-numeric: tabular-nums; }
.ft { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; margin-top: .35rem; font-size: 11.5px; line-height: 1.5; color: var(--faint); }
.ft code { font-size: 11.5px; margin-right: .6rem; }
.card.on .ft, .failure .ft { white-space: normal; }

.over { max-width: 60rem; }
.over .fh { display: block; margin-bottom: 2rem; }
.over .fh h1 { font: 700 26px/1.4 var(--serif); letter-spacing: .04em; }
.over section { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 1.1rem 1.25rem; margin-bottom: 1.25rem; }
.over .verdict { font-size: 16px; margin-top: .3rem; font-weight: 600; }
.verdict small { font: 13px var(--sans); color: var(--faint); margin-left: .8rem; }
.verdict.e { color: var(--e); } .verdict.w { color: var(--w); } .verdict.i { color: var(--i); } .verdict.ok { color: var(--good); }
.rules { width: 100%; border-collapse: collapse; }
.rules th, .rules td { padding: .5rem .75rem .5rem 0; border-top: 1px solid var(--line); vertical-align: baseline; text-align: left; font-weight: 400; }
.rules tr:first-child > * { border-top: 0; }
.rules th { width: 13rem; } .rules .num { width: 7rem; text-align: right; padding-right: 0; white-space: nowrap; } .rules .q { margin-left: .25rem; display: inline-block; }
.rules .src, .src { color: var(--faint); font-size: 12px; }
.card .src { font-size: 11.5px; }
.files a { display: flex; gap: .35rem; padding: .3rem .5rem; margin: 0 -.5rem; border-radius: 6px; }
.pop .files a { margin: 0; }
.files a:hover { background: var(--hover); text-decoration: none; }
.files a[aria-current] { background: var(--i-bg); }
.files span { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.rest { margin-top: .5rem; color: var(--faint); font-size: 13px; }
.bar .rest > summary { border: 0; padding: .2rem .5rem; }
.rest summary { cursor: pointer; } .rest li { padding: .1rem .5rem; overflow-wrap: anywhere; }
footer { color: var(--faint); font-size: 12px; }

@media (max-width: 75rem) {
  .cols { grid-template-columns: minmax(0, 1fr); gap: 1rem; }
  .toc { position: static; max-height: 14rem; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: .9rem 1rem; }
}
@media (max-width: 52rem) {
  :root { --bar: 5.6rem; }
  .bar { flex-wrap: wrap; align-content: center; gap: .4rem .5rem; padding: .4rem .8rem; }
  .bar .grp:not(.nav) { order: 9; }
  .bar .rm { order: 10; }
  .lv { padding: .22rem .5rem; }
  .pop { position: fixed; top: calc(var(--bar) - .2rem); left: 1rem; right: 1rem; width: auto !important; }
  .file { padding: 1rem .75rem 3rem; }
  .doc { padding: 1.1rem 1rem 1.5rem; }
  .row { display: flex; flex-direction: column; }
  .row > .cards { order: 2; margin: .1rem 0 .7rem; }
  .doc .card { float: none; width: auto; margin: 0 0 .5rem; transform: none; }
  .t { padding-left: 0; font-size: 16.5px; line-height: 1.85; }
  .t::before { display: none; }
  .tr { margin-left: 0; } .beside { margin-left: 0; }
  .rules tr { display: grid; grid-template-columns: 1fr auto; padding: .6rem 0; border-top: 1px solid var(--line); }
  .rules tr:first-child { border-top: 0; }
  .rules th, .rules td, .rules .num { width: auto; border: 0; padding: 0; } .rules td:not(.num) { grid-column: 1 / 3; grid-row: 2; }
}
@page { margin: 16mm 14mm; }
@media print {
  :root:not(#screen) { color-scheme: light;${light} }
  body { padding: 0; background: none; font-size: 9.5pt; }
  .bar, .toc, footer { display: none; }
  .file { max-width: none; padding: 0; }
  .cols { display: block; }
  .doc { border: 0; padding: 0; }
  .row { display: flex; flex-direction: column; }
  .row > .cards { order: 2; margin: 1mm 0 3mm; display: grid; grid-template-columns: 1fr 1fr; gap: 2mm 3mm; align-items: start; }
  .row > .cards:empty { display: none; }
  .doc .card { float: none; width: auto; margin: 0; transform: none; }
  .t { padding: .6mm 0; font-size: 10.5pt; line-height: 1.75; } .t::before { display: none; } .t.title { font-size: 15pt; } .t.h1 { font-size: 12pt; }
  .tr { margin-left: 0; }
  .card .ft { white-space: normal; } .card { font-size: 8.5pt; line-height: 1.45; padding: 1.5mm 2mm; } .card.on { box-shadow: none; }
  .over section { padding: 0; border: 0; }
}
`
