"""The style sheet of the monthly report: screen (light and dark) and A4."""

from __future__ import annotations

STYLE = """
:root { --ink: #1c2430; --soft: #5c6675; --line: #e2e6ec;
  --paper: #ffffff; --back: #f3f5f8;
  --ok: #14764a; --ok-back: #dcf3e6; --warn: #8a5a00; --warn-back: #fdf0d0;
  --bad: #b3261e; --bad-back: #fbe1df; --none: #6b7483; --none-back: #eceff3; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e8ebf0; --soft: #a0a9b8; --line: #323a47;
  --paper: #1d232c; --back: #14181f;
  --ok: #6bd6a0; --ok-back: #163a2a; --warn: #f0c36a; --warn-back: #3f310f;
  --bad: #ff9c94; --bad-back: #4a1d1a; --none: #98a2b2; --none-back: #2a313c; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
main { max-width: 880px; margin: 0 auto; padding: 40px 24px 56px; }
h1, h2, h3, p, dl, dd, ol { margin: 0; padding: 0; }
.kind { color: var(--soft); font-size: 13px; letter-spacing: .08em; text-transform: uppercase; }
h1 { font-size: 34px; line-height: 1.15; letter-spacing: -.015em; overflow-wrap: anywhere; }
.month { color: var(--soft); font-size: 18px; margin-top: 4px; } .sofar { font-size: 14px; }
.verdict { display: flex; gap: 18px; align-items: center; border-radius: 14px; padding: 20px 24px; margin: 26px 0 16px; }
.verdict .sign { flex: none; width: 44px; height: 44px; border-radius: 50%; text-align: center; line-height: 44px; font-size: 22px;
  color: var(--paper); }
.headline { font-size: 21px; font-weight: 600; line-height: 1.3; } .detail { color: var(--soft); margin-top: 2px; }
.good { background: var(--ok-back); } .good .sign { background: var(--ok); }
.fair { background: var(--warn-back); } .fair .sign { background: var(--warn); }
.verdict.bad { background: var(--bad-back); } .verdict.bad .sign { background: var(--bad); }
.tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: 12px; margin-bottom: 16px; }
.tile, .site { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; }
.tile { padding: 14px 16px; display: flex; flex-direction: column; }
.tile span, .tile small, dt { color: var(--soft); font-size: 13px; }
.tile b { font-size: 26px; font-weight: 600; line-height: 1.3; font-variant-numeric: tabular-nums; }
.site { padding: 20px 24px 22px; margin-bottom: 16px; }
.site header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 12px; margin-bottom: 12px; }
h2 { font-size: 19px; overflow-wrap: anywhere; } h3 { font-size: 13px; color: var(--soft); font-weight: 600; margin: 18px 0 4px; }
.address { color: var(--soft); font-size: 14px; overflow-wrap: anywhere; }
.days { list-style: none; display: grid; grid-template-columns: repeat(31, 1fr); gap: 3px; }
.days li { border-radius: 5px; text-align: center; padding: 5px 0 3px; min-width: 0; }
.days b { display: block; font-size: 12px; line-height: 16px; min-height: 16px; }
.days i { display: block; font-style: normal; font-size: 10px; line-height: 14px; opacity: .75; font-variant-numeric: tabular-nums; }
.days .we i { font-weight: 700; opacity: 1; }
li.ok, .legend .ok { background: var(--ok-back); color: var(--ok); }
li.warn, .legend .warn { background: var(--warn-back); color: var(--warn); }
li.bad, .legend .bad { background: var(--bad-back); color: var(--bad); }
li.none, .legend .none { background: var(--none-back); color: var(--none); }
li.off { color: var(--soft); border: 1px dashed var(--line); padding: 4px 0 2px; }
dl { display: grid; grid-template-columns: repeat(3, 1fr); gap: 12px 20px; margin-top: 16px; }
dd { font-weight: 500; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
td, th { text-align: left; vertical-align: top; padding: 6px 14px 6px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
th { color: var(--soft); font-weight: 500; font-size: 13px; border-top: 0; } td:first-child { white-space: nowrap; }
td small { color: var(--soft); } td.ok { color: var(--ok); } td.warn { color: var(--warn); } td.bad { color: var(--bad); font-weight: 600; }
.quiet { color: var(--soft); font-size: 14px; margin-top: 14px; }
footer { color: var(--soft); font-size: 13px; padding: 8px 4px; } footer p { margin-bottom: 8px; }
.legend b { display: inline-block; width: 20px; text-align: center; border-radius: 4px; margin: 0 4px 0 12px; }
.legend b:first-child { margin-left: 0; }
@media screen and (max-width: 640px) { .tiles { grid-template-columns: repeat(2, 1fr); } dl { grid-template-columns: repeat(2, 1fr); }
  .days { grid-template-columns: repeat(7, 1fr); } main { padding: 24px 14px; } }
@page { size: A4; margin: 14mm; }
@media print {
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  body { background: #fff; font-size: 10.5pt; } main { max-width: none; padding: 0; }
  .verdict, .tile, .site header, .days, dl, tr { break-inside: avoid; } .site { padding: 12px 16px 14px; } h2, h3 { break-after: avoid; }
}
"""
