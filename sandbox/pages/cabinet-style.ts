import { Html } from "./html"

/** The cabinet is for developers: dense, readable on a phone, no scripts. */
export const cabinetStyle = new Html(`
*{box-sizing:border-box}
body{margin:0;background:#f6f8f7;color:#16211c;font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif}
header{background:#0f2a1c;color:#cfe5d8;padding:12px 20px}header a{color:#fff;text-decoration:none}
main{max-width:1080px;margin:0 auto;padding:20px}
h1{font-size:24px;margin:4px 0 6px;display:flex;align-items:center;gap:12px;flex-wrap:wrap}h2{font-size:17px;margin:28px 0 8px}
a{color:#00743a}.soft{color:#5c6a63;font-size:14px;overflow-wrap:anywhere}
.scroll{overflow-x:auto;background:#fff;border:1px solid #d9e0dc;border-radius:12px}
table{border-collapse:collapse;width:100%;font-size:14px}th,td{text-align:left;padding:9px 12px;white-space:nowrap}
th{color:#5c6a63;font-weight:600}tbody tr{border-top:1px solid #e6ebe8}.n{text-align:right;font-variant-numeric:tabular-nums}
.chip{display:inline-block;padding:1px 10px;border-radius:99px;background:#e8ecea;font-size:13px;font-weight:600;white-space:nowrap}
.captured,.success,.acknowledged{background:#d9f2e3;color:#05562b}.held,.pending,.waiting,.partly_captured{background:#fff1cf;color:#6d4a00}
.declined,.failure,.given_up,.lost{background:#fbe0dd;color:#8c1d13}.refunded,.partly_refunded,.canceled{background:#e3e8fb;color:#26357f}
.empty{background:#fff;border:1px dashed #c5cfc9;border-radius:12px;padding:24px;text-align:center;color:#5c6a63}
.ledger{display:grid;grid-template-columns:repeat(auto-fit,minmax(130px,1fr));gap:10px;margin:16px 0}
.ledger div{background:#fff;border:1px solid #d9e0dc;border-radius:12px;padding:10px 14px}.ledger dt{color:#5c6a63;font-size:13px}
.ledger dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums}
.moves{display:flex;flex-wrap:wrap;gap:12px;align-items:end}fieldset{border:1px solid #d9e0dc;border-radius:12px;padding:6px 12px 12px;display:flex;gap:8px;flex-wrap:wrap;margin:0}
legend{color:#5c6a63;font-size:13px;padding:0 4px}label{font-size:13px;color:#5c6a63}
input{display:block;width:130px;height:38px;padding:0 10px;border:1px solid #c5cfc9;border-radius:8px;font:inherit;margin-bottom:12px}
button{height:38px;padding:0 14px;border:1px solid #c5cfc9;border-radius:8px;background:#fff;font:inherit;font-weight:600;cursor:pointer}button:hover{background:#eef5f1}
.alert{background:#fbe0dd;color:#8c1d13;border-radius:10px;padding:10px 14px}
.callback{background:#fff;border:1px solid #d9e0dc;border-radius:12px;padding:10px 14px;margin-bottom:8px}summary{cursor:pointer}
pre{overflow-x:auto;background:#f6f8f7;border-radius:8px;padding:12px;font-size:13px}code{font-size:13px;overflow-wrap:anywhere}
`)
