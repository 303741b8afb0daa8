import { Html } from "../pages/html"

/** The cabinet is for developers: dense on a desk, a list of cards on a phone, no scripts. */
export const cabinetStyle = new Html(`
*{box-sizing:border-box}
body{margin:0;background:#f6f8f7;color:#16211c;font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;-webkit-text-size-adjust:100%}
header{background:#0f2a1c;color:#fff}header div{max-width:1320px;margin:0 auto;padding:8px 20px;display:flex;flex-wrap:wrap;gap:4px 24px;align-items:center;justify-content:space-between}
nav{display:flex;gap:4px 20px;flex-wrap:wrap}header a{color:#cfe5d8;text-decoration:none;padding:8px 0}header a:hover,header [aria-current]{color:#fff;text-decoration:underline;text-underline-offset:5px}
main{max-width:1320px;margin:0 auto;padding:20px}
h1{font-size:24px;margin:4px 0 6px;display:flex;align-items:center;gap:12px;flex-wrap:wrap}h2{font-size:17px;margin:28px 0 8px}
a{color:#006a35;text-underline-offset:3px}:focus-visible{outline:3px solid #007a39;outline-offset:2px}header :focus-visible{outline-color:#fff}
p{margin:0 0 10px}.soft,.under{color:#55635c;font-size:14px;overflow-wrap:anywhere}.under{display:block;font-size:13px;line-height:1.4}
.on{background:#fff1cf;border-radius:10px;padding:10px 14px}.on a{color:#5c3e00;font-weight:600}
table{border-collapse:separate;border-spacing:0;width:100%;font-size:14px;background:#fff;border:1px solid #d9e0dc;border-radius:12px;margin:0 0 12px}
caption{text-align:left;font-weight:700;font-size:16px;padding:16px 0 8px}
th,td{text-align:left;padding:9px 12px;vertical-align:top}td{border-top:1px solid #e6ebe8;overflow-wrap:anywhere}
.stack td:nth-child(2)>div{min-width:150px}fieldset{align-items:end}
th{color:#55635c;font-weight:600}td.n,time,.chip{white-space:nowrap}.n{text-align:right;font-variant-numeric:tabular-nums}
.name{font-weight:600}
.chip{display:inline-block;padding:1px 10px;border-radius:99px;background:#e8ecea;color:#33403a;font-size:13px;font-weight:600}
.captured,.success,.acknowledged,.verified{background:#d9f2e3;color:#05562b}.held,.pending,.waiting,.partly_captured,.on_delivery{background:#fff1cf;color:#5c3e00}
.declined,.failure,.given_up,.lost{background:#fbe0dd;color:#8c1d13}.refunded,.partly_refunded,.canceled{background:#e3e8fb;color:#26357f}
.empty{background:#fff;border:1px dashed #8c9891;border-radius:12px;padding:24px;text-align:center;color:#55635c}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:10px 0}.facts dt{color:#55635c}.facts dd{margin:0;overflow-wrap:anywhere}
.ledger{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:10px;margin:16px 0}
.ledger div{background:#fff;border:1px solid #d9e0dc;border-radius:12px;padding:10px 14px}.ledger dt{color:#55635c;font-size:13px}
.ledger dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums;white-space:nowrap}
.moves,.search,.switch{display:flex;flex-wrap:wrap;gap:12px;align-items:end}.search{margin:0 0 4px}
fieldset{border:1px solid #d9e0dc;border-radius:12px;padding:6px 12px 12px;display:flex;gap:8px;flex-wrap:wrap;margin:0;min-width:0}
legend{color:#55635c;font-size:13px;padding:0 4px}label{font-size:13px;color:#55635c;min-width:0}
input,select{display:block;width:150px;max-width:100%;height:42px;padding:0 10px;border:1px solid #7f8c85;border-radius:8px;background:#fff;color:#16211c;font:inherit;font-size:16px}select{width:auto}
.wide{flex:1 1 300px}.wide input{width:100%}::placeholder{color:#5c6a63;opacity:1}
button,.quiet{min-height:42px;padding:6px 14px;border:1px solid #7f8c85;border-radius:8px;background:#fff;color:#16211c;font:inherit;font-weight:600;cursor:pointer}button:hover{background:#e9f3ed}
.quiet{border-color:transparent;background:none;display:inline-flex;align-items:center;padding:6px 4px;color:#006a35}
.main{background:#007a39;border-color:#007a39;color:#fff}.main:hover{background:#005f2c}
.check{display:flex;align-items:center;gap:8px;min-height:42px;color:#16211c;font-size:14px}.check input{width:20px;height:20px;margin:0;flex:none;accent-color:#007a39}
.pager{display:flex;justify-content:space-between;align-items:center;gap:12px;margin:4px 0 16px}.pager a{padding:10px 0}
.alert{background:#fbe0dd;color:#8c1d13;border-radius:10px;padding:10px 14px;white-space:pre-wrap}
.callback,.block{background:#fff;border:1px solid #d9e0dc;border-radius:12px;padding:12px 16px;margin-bottom:10px}summary{cursor:pointer;min-height:28px}
.block h2{margin:0 0 4px}.block form+form{margin-top:14px}.block ul{margin:4px 0 10px;padding-left:20px}.block.lit{border-color:#b98900;background:#fffaf0}
.quirks{display:grid;grid-template-columns:repeat(auto-fill,minmax(290px,1fr));gap:10px 20px;margin:10px 0 16px}.quirks select,.quirks input{width:100%}.quirks .changed{font-weight:700;color:#5c3e00}
pre{overflow-x:auto;background:#f6f8f7;border-radius:8px;padding:12px;font-size:13px}code{font-size:13px;overflow-wrap:anywhere}
@media(max-width:899px){main{padding:16px 12px}
.stack,.stack tbody{display:block;background:none;border:0}.stack caption{display:block}.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stack tr{display:block;background:#fff;border:1px solid #d9e0dc;border-radius:12px;padding:10px 14px;margin-bottom:10px}
.stack td{display:flex;justify-content:space-between;gap:16px;border:0;padding:3px 0;text-align:right;white-space:normal}.stack td>div,.stack td:nth-child(2)>div{min-width:0}.stack td:has(>div:empty){display:none}
.stack td::before{content:attr(data-label);color:#55635c;text-align:left;flex:none;max-width:45%}
.stack td:first-child{display:block;text-align:left;padding-bottom:8px}.stack td:first-child:has(a)::before{content:none}.stack .name{font-size:16px;display:inline-block;padding:4px 0}
.moves label,.moves fieldset,.search label,.search input,.search select,.switch label{flex:1 1 100%;width:100%}.moves input,.switch input:not([type=checkbox]),.switch select,.switch button,.search button{width:100%}
.facts{grid-template-columns:1fr}.facts dt{font-size:13px;margin-top:6px}.ledger{grid-template-columns:1fr 1fr}.moves button{flex:1 1 100%}}
`)
