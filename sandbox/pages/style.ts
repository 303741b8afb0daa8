import { Html } from "./html"

/** One sheet for the shopper's pages: phone first, no images, no scripts, both colour modes. */
export const shopperStyle = new Html(`
:root{--bg:#f3f5f4;--card:#fff;--ink:#16211c;--soft:#5c6a63;--line:#87948d;--rule:#d5dcd8;--field:#fff;
--brand:#007a39;--brand-ink:#fff;--brand-dark:#006e33;--bad-bg:#fdecea;--bad:#a3261b;--note:#eaf5ee}
[data-theme=dark]{--bg:#101512;--card:#1a211d;--ink:#eef3f0;--soft:#a3b0a9;--line:#75847b;--rule:#36413b;
--field:#131916;--brand:#2fbf71;--brand-ink:#062012;--brand-dark:#5ad592;--bad-bg:#3a1b18;--bad:#ffb4aa;--note:#1d2c24}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;-webkit-text-size-adjust:100%}
header{display:flex;justify-content:space-between;align-items:center;gap:12px;max-width:480px;margin:0 auto;padding:16px 16px 12px}
.brand{display:flex;align-items:center;gap:8px;font-weight:600;color:var(--brand);white-space:nowrap}
.tools{display:flex;align-items:center;gap:10px;font-size:14px}.tools a{padding:8px 0}
.mark{border:1px solid var(--rule);border-radius:99px;padding:1px 10px;color:var(--soft)}
a{color:var(--brand);text-underline-offset:3px}
main{max-width:480px;margin:0 auto;padding:0 12px 40px}
.card{background:var(--card);border:1px solid var(--rule);border-radius:16px;padding:20px;margin-bottom:12px}
h1{font-size:20px;line-height:1.3;margin:0 0 4px}
p{margin:0 0 8px}.card>:last-child{margin-bottom:0}
.soft{color:var(--soft);font-size:14px}
.sum{display:flex;justify-content:space-between;align-items:baseline;gap:12px;margin-top:14px;padding-top:14px;border-top:1px solid var(--rule)}
.sum b{font-size:26px;line-height:1.2;font-variant-numeric:tabular-nums;white-space:nowrap}
.lines{list-style:none;margin:12px 0 0;padding:0;font-size:14px}
.lines li{display:flex;justify-content:space-between;gap:12px;padding:3px 0}
.lines li>span:first-child{overflow-wrap:anywhere}.lines li>span+span{white-space:nowrap;font-variant-numeric:tabular-nums}.count{color:var(--soft);white-space:nowrap}
.part{margin-top:12px;padding-top:12px;border-top:1px solid var(--rule)}.part .lines{margin-top:2px}.part p{margin:0}
.part h2{display:flex;justify-content:space-between;align-items:baseline;gap:12px;font-size:15px;line-height:1.4;margin:0;font-weight:600}.part h2 span{overflow-wrap:anywhere}.part b{white-space:nowrap;font-variant-numeric:tabular-nums}
label{display:block;font-size:14px;font-weight:600;margin-bottom:4px}
input{width:100%;height:52px;padding:0 14px;border:1px solid var(--line);border-radius:10px;background:var(--field);color:var(--ink);font:inherit;font-size:18px;font-variant-numeric:tabular-nums;letter-spacing:.02em}
input::placeholder{color:var(--soft);opacity:1}
input:focus-visible,button:focus-visible,a:focus-visible,summary:focus-visible{outline:3px solid var(--brand);outline-offset:2px}
input[aria-invalid=true]{border-color:var(--bad);box-shadow:inset 0 0 0 1px var(--bad)}
input[aria-invalid=true]:focus-visible{outline-color:var(--bad)}
.field{margin-bottom:14px}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:12px}
.tick{display:flex;align-items:center;gap:12px;min-height:48px;margin-bottom:10px;font-weight:400;cursor:pointer}
.tick input{width:22px;height:22px;flex:none;margin:0;accent-color:var(--brand)}
.choices{display:grid;grid-auto-flow:column;gap:8px;margin-bottom:16px}
.choice{margin:0;cursor:pointer}
.choice input{position:absolute;opacity:0;width:1px;height:1px}
.choice span{display:grid;place-items:center;min-height:48px;padding:6px 4px;border:1px solid var(--line);border-radius:10px;font-weight:600;text-align:center;font-size:14px}
.choice :checked+span{border-color:var(--brand);background:var(--note);color:var(--brand);box-shadow:inset 0 0 0 1px var(--brand)}
.choice :focus-visible+span{outline:3px solid var(--brand);outline-offset:2px}
fieldset{min-width:0;margin:0}
legend{float:left;width:100%;padding:0;margin-bottom:14px;font-size:17px;font-weight:700}legend+*{clear:both}
.at-branch .field,.at-door .pair .field{margin-bottom:0}.field .soft{margin-top:4px}
input.words{font-size:17px;letter-spacing:0}
label small{font-weight:400;color:var(--soft)}
.express:has([value=D]:checked) .at-branch,.express:not(:has([value=D]:checked)) .at-door,.express:has([value=P]:checked) .in-branch,.express:not(:has([value=P]:checked)) .in-locker,.express:has([value=on_delivery]:checked) .by-card,.express:not(:has([value=on_delivery]:checked)) .on-delivery{display:none}
.error{color:var(--bad);font-size:14px;margin-top:4px}
button,.button{display:block;width:100%;min-height:54px;padding:12px 16px;border:1px solid transparent;border-radius:12px;background:var(--brand);color:var(--brand-ink);font:inherit;font-size:17px;font-weight:600;text-align:center;text-decoration:none;cursor:pointer;line-height:28px}
button:hover,.button:hover{background:var(--brand-dark)}
button.quiet{background:transparent;color:var(--ink);border-color:var(--line);margin-top:10px}
button.quiet:hover{background:var(--note)}
.leave{display:block;text-align:center;padding:12px;font-size:15px}
.alert{background:var(--bad-bg);color:var(--bad);border-radius:12px;padding:14px 16px;margin-bottom:12px}
.alert b{display:block}
.alert p{margin:0}
dl{display:grid;grid-template-columns:auto 1fr;gap:6px 16px;margin:16px 0 20px}
dt{color:var(--soft)}dd{margin:0;text-align:right;font-weight:600;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
summary{cursor:pointer;font-weight:600;padding:4px 0}
.cards{list-style:none;margin:10px 0 0;padding:0}
.cards li+li{border-top:1px solid var(--rule)}
.cards a{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 12px;padding:9px 0;text-decoration:none;color:var(--ink)}
.cards button{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 12px;min-height:0;padding:9px 0;border:0;border-radius:0;background:none;color:var(--ink);font-weight:400;font-size:16px;line-height:1.5;text-align:left}
.cards button:hover{background:none}.cards button:hover .number,.cards a:hover .number{text-decoration:underline}
.number{font-variant-numeric:tabular-nums;color:var(--brand);font-weight:600;white-space:nowrap}
.cards small{color:var(--soft);font-size:13px;align-self:center}
.big{width:64px;height:64px;border-radius:50%;display:grid;place-items:center;background:var(--note);color:var(--brand);margin:4px auto 14px}
.big.cross{background:var(--bad-bg);color:var(--bad)}
code{overflow-wrap:anywhere}.notice{text-align:center}
.notice .button{margin-top:18px}
.bank{display:flex;align-items:center;gap:10px;padding-bottom:14px;margin-bottom:14px;border-bottom:1px solid var(--rule);color:var(--soft);font-size:14px}
.bank i{width:34px;height:34px;border-radius:9px;background:var(--ink);color:var(--card);display:grid;place-items:center;font-style:normal;font-weight:700}
@media(min-width:600px){header{padding-top:36px}.card{padding:28px}}
`)
