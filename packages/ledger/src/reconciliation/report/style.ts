/** Of the page: on a screen, and on A4 across. */
export const STYLE = `
@page { size: A4 landscape; margin: 12mm }
* { box-sizing: border-box }
body { margin: 24px auto; max-width: 1120px; padding: 0 16px; color: #1c2733; background: #fff;
  font: 14px/1.5 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Zen Hei", sans-serif }
h1 { margin: 0; font-size: 22px }
h2 { margin: 24px 0 8px; font-size: 16px }
small { color: #5b6b7b; font-weight: normal }
p { margin: 4px 0 }
.result { display: inline-block; margin: 8px 0; padding: 4px 12px; border: 1px solid; border-radius: 4px; font-weight: bold }
.equal { color: #12633a; background: #e8f5ee }
.differs { color: #93200f; background: #fdecea }
table { width: 100%; border-collapse: collapse; font-size: 13px }
th, td { padding: 5px 8px; border: 1px solid #c6d0da; text-align: left; vertical-align: top }
th { background: #eef2f6; font-weight: 600 }
thead { display: table-header-group }
tr { break-inside: avoid }
.amount { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
.other { background: #fff3cd; font-weight: 600 }
code { display: block; margin: 2px 0 4px; padding: 2px 6px; background: #f4f6f8; border-radius: 3px; font-size: 12px;
  font-family: Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere }
.number { overflow-wrap: anywhere }
.settled { color: #5b6b7b }
.sign { display: flex; gap: 32px; margin-top: 32px }
.sign span { flex: 1; padding-bottom: 4px; border-bottom: 1px solid #1c2733 }
@media print {
  body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt }
  table { font-size: 9pt }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact }
}
`
