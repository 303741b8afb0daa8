import { Html, html } from "../pages/html"

/** The empty page inside the frame: its script fills it once the shop's page has said what with. */
export const framePage: string = html`<!doctype html>
<html lang="uk"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>RozetkaPay</title><style>${new Html(`
:root{--ink:#16211c;--soft:#5c6a63;--line:#87948d;--brand:#007a39;--brand-ink:#fff;--bad:#a3261b}
[data-style=evo]{--brand:#2b59c3}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif}
form{display:grid;grid-template-columns:1fr 1fr;gap:12px;padding:4px}
.card,.problem,button{grid-column:1/-1}
label{display:block;font-size:14px;font-weight:600;margin-bottom:4px}
input{width:100%;height:52px;padding:0 14px;border:1px solid var(--line);border-radius:10px;background:#fff;color:inherit;font:inherit;font-size:18px;font-variant-numeric:tabular-nums}
input:focus-visible,button:focus-visible{outline:3px solid var(--brand);outline-offset:1px}
input[aria-invalid=true]{border-color:var(--bad);box-shadow:inset 0 0 0 1px var(--bad)}
input[aria-invalid=true]:focus-visible{outline-color:var(--bad)}
p{margin:0}p:empty{display:none}
.error,.problem{color:var(--bad);font-size:14px;margin-top:4px}
button{min-height:54px;border:0;border-radius:12px;background:var(--brand);color:var(--brand-ink);font:inherit;font-size:17px;font-weight:600;cursor:pointer}
button:disabled{opacity:.65;cursor:default}
@media(min-width:560px){[data-template=line] form{grid-template-columns:2fr 1fr 1fr auto;align-items:start}
[data-template=line] .card{grid-column:auto}[data-template=line] button{grid-column:auto;margin-top:24px;padding:0 20px}}
`)}</style><script src="/widget/frame.js"></script></head><body></body></html>`.markup
