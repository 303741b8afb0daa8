import type { ShopperLanguage } from "../../messages/language"
import type { ShopLook } from "../../provider/shop-look"
import { coloursOf } from "./shop-look"

export type ShownPage = {
  language: ShopperLanguage
  look: ShopLook
  title: string
  /** For whoever is sent its address. */
  description?: string
  /** More of its head, and its own rules of style; made by us alone. */
  head?: string
  style?: string
  /** Made by us alone: whatever is not went through `inText`. */
  body: string
}

/** A page that the plugin serves to shoppers. Works without JavaScript, and without anything from another host but the shop's logo. */
export const shopperPage = (page: ShownPage): string => {
  const { language, look, title, description = "", head = "", style = "", body } = page
  const { accent, onAccent, link } = coloursOf(look)
  const full = look.name ? `${title} · ${look.name}` : title
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta property="og:type" content="website">
<meta property="og:title" content="${inAttribute(full)}">
<meta property="og:description" content="${inAttribute(description)}">
<link rel="icon" href="data:,">
${head}<title>${inText(full)}</title>
<style>
*{box-sizing:border-box}
:root{color-scheme:light dark;--ground:#f4f5f4;--sheet:#fff;--ink:#1c231f;--muted:#4b544f;--line:#c9cfcb;--edge:#6b756f;--bad:#8c1d12;--on-bad:#fdf0ee;--link:${link}}
@media (prefers-color-scheme:dark){:root{--ground:#141816;--sheet:#1e2421;--ink:#e9edeb;--muted:#b1bbb5;--line:#48514c;--edge:#8b958f;--bad:#ffb4a8;--on-bad:#3a1b17;--link:#e9edeb}.shop img{padding:.4rem;border-radius:8px;background:#fff}}
body{margin:0;min-height:100vh;display:grid;place-items:center;font:17px/1.5 system-ui,sans-serif;background:var(--ground);color:var(--ink)}
main{width:min(30rem,100% - 2rem);margin:1rem 0;padding:1.75rem 1.5rem;background:var(--sheet);border-radius:16px;box-shadow:0 1px 12px #0001;text-align:center}
.shop{margin:0 0 1rem;color:var(--muted);font-size:1rem;overflow-wrap:anywhere}
.shop img{display:block;max-width:10rem;max-height:3.5rem;margin:0 auto}
h1{font-size:1.35rem;margin:0 0 .5rem;overflow-wrap:anywhere}
a{color:var(--link)}
.sum{font-size:1.7rem;font-weight:600;margin:.2rem 0 1rem}
.button{display:inline-block;min-height:2.75rem;padding:.6rem 1.4rem;border:0;border-radius:10px;background:${accent};color:${onAccent};font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
${style}</style>
</head>
<body><main>${shopOf(look)}${body}</main></body>
</html>
`
}

const shopOf = ({ name, logoUrl }: ShopLook): string => {
  if (logoUrl) {
    return `<p class="shop"><img src="${inAttribute(logoUrl)}" alt="${inAttribute(name ?? "")}"></p>`
  }
  return name ? `<p class="shop">${inText(name)}</p>` : ""
}

/** What such a page may load, and where its forms may lead: RozetkaPay's page is on another host. */
export const policyOf = ({ logoUrl }: ShopLook): string => {
  const images = logoUrl ? ` ${new URL(logoUrl).origin}` : ""
  return `default-src 'none'; style-src 'unsafe-inline'; img-src data:${images}; frame-ancestors 'none'; base-uri 'none'`
}

/** Seconds until a page that waits looks again: often at first, then seldom, then no more by itself. */
export const refreshAfter = (looks: number): number | null => {
  if (looks < 20) return 3
  return looks < 60 ? 10 : null
}

/** @param address of the page as it is when it looks again */
export const refreshTag = (looks: number, address: string): string => {
  const seconds = refreshAfter(looks)
  return seconds === null
    ? ""
    : `<meta http-equiv="refresh" content="${seconds};url=${inAttribute(address)}">\n`
}

export const inText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

export const inAttribute = (text: string): string => inText(text).replaceAll('"', "&quot;")
