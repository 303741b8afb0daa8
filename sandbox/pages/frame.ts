import { type Html, html } from "./html"
import { shopperStyle } from "./style"
import type { Texts } from "./texts"

export type Look = { texts: Texts; dark: boolean; switchTo?: string }

/** The page around every shopper's page: lock, language switch, sandbox mark. */
export const frame = (title: string, { texts, dark, switchTo }: Look, content: Html): string =>
  html`<!doctype html>
<html lang="${texts.lang}" data-theme="${dark ? "dark" : "white"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="${dark ? "dark" : "light"}">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${shopperStyle}</style>
</head>
<body>
<header>
  <span class="brand">${lock}<span>${texts.secure}</span></span>
  <span class="tools"><span class="mark">${texts.sandbox}</span>${
    switchTo &&
    html`<a href="${switchTo}" lang="${texts.lang === "uk" ? "en" : "uk"}" title="${texts.lang === "uk" ? "English" : "Українська"}" hreflang="${texts.lang === "uk" ? "en" : "uk"}">${
      texts.lang === "uk" ? "EN" : "УКР"
    }</a>`
  }</span>
</header>
<main>${content}</main>
</body>
</html>`.markup

const lock = html`<svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><rect x="4" y="10.5" width="16" height="10.5" rx="2.5"/><path d="M8 10.5V7a4 4 0 0 1 8 0v3.5"/></svg>`
