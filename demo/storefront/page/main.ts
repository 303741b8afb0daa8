import { showCheckout } from "./checkout-view.js"
import { button, element, show } from "./elements.js"
import { showOrder } from "./order-view.js"
import { showShop } from "./shop-view.js"
import { chooseLanguage, language, texts } from "./texts.js"

function dress(): void {
  document.documentElement.lang = language
  document.title = texts.shop
  const put = (id: string, text: string) => document.getElementById(id)?.replaceChildren(text)
  put("brand", texts.shop)
  put("footer", texts.footer)
  for (const choice of document.querySelectorAll<HTMLButtonElement>("[data-language]")) {
    const next = choice.dataset.language === "en" ? "en" : "uk"
    choice.setAttribute("aria-pressed", String(next === language))
    choice.addEventListener("click", () => chooseLanguage(next))
  }
}

async function open(): Promise<void> {
  const orderId = /^\/[a-z]{2}\/order\/([^/]+)\/confirmed$/.exec(location.pathname)?.[1]
  try {
    if (orderId) await showOrder(decodeURIComponent(orderId))
    else if (/^\/[a-z]{2}\/(checkout|cart)$/.test(location.pathname)) await showCheckout()
    else await showShop()
  } catch (error) {
    show(
      element("h1", {}, texts.broken),
      element(
        "p",
        { class: "notice bad", role: "alert" },
        error instanceof Error ? error.message : "",
      ),
      button(texts.again, { class: "pay" }, open),
    )
  }
}

// "Back" from the gateway shows the page as it was left, with its button still waiting.
addEventListener("pageshow", (event) => {
  if (event.persisted) open()
})

dress()
open()
