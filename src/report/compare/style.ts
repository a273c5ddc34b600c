/** The style of the comparison's page. Who changes it puts the new hash below; a test says which. */
export const comparisonStyle = `
:root { color-scheme: light dark; --paper: #fff; --desk: #f6f5f2; --ink: #1d1c1a; --soft: #6f6a63; --line: #e3e0da;
  --same: #f6dcd8; --numbers: #fdf0d2; --words: #e6eef7; --e: #b3261e; --w: #8a5a00; --i: #2f5d8a; }
@media (prefers-color-scheme: dark) { :root { --paper: #1e1d1b; --desk: #151413; --ink: #e8e4dd; --soft: #9a948a; --line: #34312d;
  --same: #4a221e; --numbers: #43351a; --words: #1f3347; --e: #ff9d92; --w: #f0c060; --i: #8ab4e0; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--desk); color: var(--ink); font: .94rem/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
header, .main, .bar { max-width: 78rem; margin: 0 auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; margin: 1rem 0 .3rem; }
p { margin: .2rem 0 .6rem; }
.at { color: var(--soft); font-size: .8rem; font-variant-numeric: tabular-nums; margin-right: .6em; }
.share { display: flex; height: 1.5rem; border: 1px solid var(--line); border-radius: 5px; overflow: hidden; font-size: .8rem; }
.share span { padding: 0 .4em; flex-basis: 0; min-width: 2px; } .w0 { flex-grow: 0; } .w5 { flex-grow: 5; } .w10 { flex-grow: 10; } .w15 { flex-grow: 15; } .w20 { flex-grow: 20; } .w25 { flex-grow: 25; } .w30 { flex-grow: 30; } .w35 { flex-grow: 35; } .w40 { flex-grow: 40; } .w45 { flex-grow: 45; } .w50 { flex-grow: 50; } .w55 { flex-grow: 55; } .w60 { flex-grow: 60; } .w65 { flex-grow: 65; } .w70 { flex-grow: 70; } .w75 { flex-grow: 75; } .w80 { flex-grow: 80; } .w85 { flex-grow: 85; } .w90 { flex-grow: 90; } .w95 { flex-grow: 95; } .w100 { flex-grow: 100; }
.same { background: var(--same); } .numbers { background: var(--numbers); } .words { background: var(--words); } .share .new { background: var(--paper); }
.bar { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: .5rem; padding-top: .5rem; padding-bottom: .5rem; background: var(--desk); }
.bar label { padding: .1rem .7rem; border: 1px solid var(--line); border-radius: 5px; cursor: pointer; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; background: var(--paper); border: 1px solid var(--line); }
th { text-align: left; font-weight: 600; overflow-wrap: anywhere; } th, td { padding: .35rem .7rem; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
td + td, th + th { border-left: 1px solid var(--line); } tr.h td { font-weight: 600; background: var(--paper); }
b { font-weight: 700; text-decoration: underline; text-underline-offset: 3px; }
.mv { color: var(--soft); font-size: .8rem; } ul { margin: .3rem 0 0; padding: 0; list-style: none; font-weight: 400; font-size: .9rem; }
td li { border-left: 3px solid; padding-left: .6em; margin-top: .25rem; } .e { color: var(--e); } .w { color: var(--w); } .i { color: var(--i); } .lv { font-weight: 600; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; } .n { width: 6rem; text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; } .n a { color: var(--i); }
.pairs th:first-child { width: 6rem; } table + table, details table { margin-top: .5rem; }
details { margin: 1rem 0 2rem; } summary { cursor: pointer; } .gone li { padding: .2rem 0; font-size: .95rem; }
body:has(#show-same:not(:checked)) tr.same, body:has(#show-numbers:not(:checked)) tr.numbers, body:has(#show-words:not(:checked)) tr.words,
body:has(#show-new:not(:checked)) tr.new, body:has(#only-findings:checked) tr.r:not(.f) { display: none; }
@media (max-width: 40rem) { table, tbody, tr, td { display: block; } thead { display: none; } td + td { border-left: 0; } td:first-child:empty { display: none; } td:first-child { color: var(--soft); } }
@media print { :root { font-size: 11px; } .bar { display: none; } body { background: none; -webkit-print-color-adjust: exact; print-color-adjust: exact; } tr { break-inside: avoid; } main details:not([id])[open] summary { display: none; } }
`

/** SHA-256 of it in base64, for the page's policy. */
export const comparisonStyleHash = 'UH89raqktZMKQA9v8B/X6MUbvMOqXwlFxRrKuvWoy2c='
