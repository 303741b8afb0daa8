import { showAccount } from "./account-view"
import { showCheckout } from "./checkout-view"
import { button, element, show } from "./elements"
import { showOrder } from "./order-view"
import { showShop } from "./shop-view"
import { StoreError } from "./store"
import { chooseLanguage, language, texts } from "./texts"

function dress(): void {
  document.documentElement.lang = language
  document.title = texts.shop
  const put = (id: string, text: string) => document.getElementById(id)?.replaceChildren(text)
  put("brand", texts.shop)
  put("footer", texts.footer)
  put("my-orders", texts.myOrders)
  for (const choice of document.querySelectorAll<HTMLButtonElement>("[data-language]")) {
    const next = choice.dataset.language === "en" ? "en" : "uk"
    choice.setAttribute("aria-pressed", String(next === language))
    choice.addEventListener("click", () => chooseLanguage(next))
  }
}

const showNoPage = () =>
  show(
    element("h1", {}, texts.noSuchPage),
    element("p", { class: "quiet lead" }, texts.noSuchPageHint),
    element("a", { class: "pay", href: "/ua" }, texts.backToShop),
  )

async function open(): Promise<void> {
  const path = location.pathname.replace(/\/$/, "")
  const orderId = /^\/[a-z]{2}\/order\/([^/]+)\/confirmed$/.exec(path)?.[1]
  try {
    if (orderId) await showOrder(decodeURIComponent(orderId))
    else if (/^\/[a-z]{2}\/(checkout|cart)$/.test(path)) await showCheckout()
    else if (/^\/[a-z]{2}\/account(\/cards)?$/.test(path)) await showAccount()
    else if (/^(\/[a-z]{2})?$/.test(path)) await showShop()
    else showNoPage()
  } catch (error) {
    // Medusa's own sentences are for developers, and English.
    const isOffline = error instanceof StoreError && error.status === 0
    console.error(error)
    show(
      element("h1", {}, texts.broken),
      element(
        "p",
        { class: "notice bad", role: "alert" },
        isOffline ? texts.offline : texts.tryLater,
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
