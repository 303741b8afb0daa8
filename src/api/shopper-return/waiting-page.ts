import type { ShopperLanguage } from "../../messages/language"
import { WAITING_PAGE as TEXTS } from "../../messages/waiting-page"

/** Seconds until the page looks again: often at first, then seldom, then no more by itself. */
const refreshAfter = (looks: number): number | null => {
  if (looks < 20) return 3
  return looks < 60 ? 10 : null
}

type Shown = {
  language: ShopperLanguage
  /** How often this shopper has looked. */
  looks: number
  /** The shopper's way back, when the attempt may have been left behind. */
  cart: string | null
  /** Paid, and the order can't be placed yet. */
  isDelayed?: boolean
  /** Which app to open, in a sentence. */
  whereToConfirm?: string | null
}

/** Works without JavaScript and without anything from another host. */
export const waitingPage = ({
  language,
  looks,
  cart,
  isDelayed = false,
  whereToConfirm = null,
}: Shown): string => {
  const title = isDelayed ? TEXTS.delayed_title[language] : TEXTS.title[language]
  const seconds = refreshAfter(looks)
  const next = `?n=${looks + 1}`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${seconds === null ? "" : `<meta http-equiv="refresh" content="${seconds};url=${next}">`}
<title>${title}</title>
<style>
body{margin:0;min-height:100vh;display:grid;place-items:center;font:17px/1.5 system-ui,sans-serif;background:#f4f5f4;color:#1c231f}
main{max-width:26rem;margin:1rem;padding:2rem;background:#fff;border-radius:16px;box-shadow:0 1px 12px #0001;text-align:center}
h1{font-size:1.35rem;margin:1rem 0 .5rem}
a{color:#007a37}
.left{margin:1.4rem 0 0;color:#5a645e;font-size:.95rem}
.button{display:inline-block;margin-top:1rem;padding:.7rem 1.4rem;border-radius:10px;background:#007a37;color:#fff;text-decoration:none}
i{display:inline-block;width:2.4rem;height:2.4rem;border:4px solid #00a04633;border-top-color:#00a046;border-radius:50%;animation:t 1s linear infinite}
@keyframes t{to{transform:rotate(1turn)}}
@media (prefers-reduced-motion:reduce){i{animation:none}}
</style>
</head>
<body><main><i role="presentation"></i><h1>${title}</h1>${whereToConfirm === null ? "" : `<p><strong>${inText(whereToConfirm)}</strong></p>`}<p>${isDelayed ? TEXTS.delayed[language] : seconds === null ? TEXTS.long[language] : TEXTS.text[language]}</p><a class="button" href="${next}">${TEXTS.again[language]}</a>${
    cart === null
      ? ""
      : `<p class="left">${TEXTS.left[language]}<br><a href="${inAttribute(cart)}">${TEXTS.cart[language]}</a></p>`
  }</main></body>
</html>
`
}

const inText = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")

const inAttribute = (text: string): string => inText(text).replaceAll('"', "&quot;")
