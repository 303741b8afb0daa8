// What a shopper must be able to do. Each row has a browser of its own; `shot` takes a picture.
import {
  CARD,
  choose,
  confirmAtBank,
  goto,
  id,
  isWiderThanScreen,
  logIn,
  noticeOf,
  payButton,
  payByCard,
  pressPay,
  putIntoCart,
  seeOrder,
  seeThatCartIsForgotten,
  toPayment,
  toReview,
} from "./shopper.mjs"

const is = (seen, wanted, what) => {
  if (seen !== wanted) throw new Error(`${what}: ${seen}, not ${wanted}`)
}

const hosted = async (page, shop) => {
  await toPayment(page, shop)
  await choose(page, "page")
  await toReview(page)
}

const cardFrame = (page) => page.frameLocator(".rozetkapay-widget iframe")

const pages = async (sandbox) =>
  (await (await fetch(`${sandbox}/sandbox/payments`)).json()).payments.length

export const ROWS = {
  "hosted page with 3-D Secure": async ({ page, shop, shot }) => {
    await toPayment(page, shop)
    await choose(page, "page")
    await shot("payment")
    is(await isWiderThanScreen(page), false, "the checkout is wider than the screen")
    await toReview(page)
    await shot("review")
    await pressPay(page)
    await payByCard(page, CARD.secure)
    await confirmAtBank(page)
    await seeOrder(page)
    await seeThatCartIsForgotten(page, shop)
    await shot("order")
  },

  "declined, left, then paid": async ({ page, shop, shot }) => {
    await hosted(page, shop)
    await pressPay(page)
    await payByCard(page, CARD.declined)
    await page.locator("[role=alert]").waitFor()
    await page.locator("a.leave").click()
    await page.waitForURL(/step=payment&payment_error=/)
    await noticeOf(page)
    await shot("declined")
    await goto(page, page.url())
    await noticeOf(page)
    await toReview(page)
    await page.reload()
    await payButton(page).waitFor()
    await pressPay(page)
    await payByCard(page, CARD.plain)
    await seeOrder(page)
    await seeThatCartIsForgotten(page, shop)
  },

  "left without paying, then paid": async ({ page, shop, shot }) => {
    await hosted(page, shop)
    await pressPay(page)
    await page.locator("a.leave").click()
    is(await noticeOf(page), "unpaid", "the notice")
    await shot("left")
    await toReview(page)
    await pressPay(page)
    await payByCard(page, CARD.plain)
    await seeOrder(page)
  },

  "back button, and the same page goes on": async ({ page, shop, sandbox }) => {
    await hosted(page, shop)
    await pressPay(page)
    const first = page.url()
    const opened = await pages(sandbox)
    await page.goBack()
    await payButton(page).waitFor()
    await pressPay(page)
    is(page.url(), first, "the page of the second press")
    is(await pages(sandbox), opened, "the payments at RozetkaPay")
    await payByCard(page, CARD.plain)
    await seeOrder(page)
    await page.goBack()
    await page.waitForTimeout(2_000)
    await goto(page, `${shop}/ua/checkout?step=review`)
    await page.waitForURL(/\/ua\/(cart|order)/)
  },

  "tab closed after paying": async ({ page, shop, shot }) => {
    await hosted(page, shop)
    await pressPay(page)
    const paid = new Promise((resolve) => {
      page.route(/\/checkout\/[^/]+$/, async (route) => {
        await route.fetch({ maxRedirects: 0 })
        await route.abort()
        resolve()
      })
    })
    await payByCard(page, CARD.plain)
    await paid
    await page.waitForTimeout(4_000)
    const later = await page.context().newPage()
    await page.close()
    await goto(later, `${shop}/ua`)
    is(/Cart \(0\)/.test(await later.locator("body").innerText()), true, "an empty cart is shown")
    // The cookie names the paid cart still: the country can be chosen all the same.
    await id(later, "nav-menu-button").click()
    await later.getByText("Shipping to:").hover()
    await later.getByRole("option").first().click()
    await later.waitForURL(/\/ua\/?$/)
    await later.waitForTimeout(2_000)
    is(/error/i.test(await later.title()), false, "a server error")
    await goto(later, `${shop}/ua/checkout?step=review`)
    await seeOrder(later)
    await seeThatCartIsForgotten(later, shop)
    await shot("later", later)
    await putIntoCart(later, shop)
  },

  "two tabs": async ({ page, shop }) => {
    await hosted(page, shop)
    const other = await page.context().newPage()
    await goto(other, `${shop}/ua/checkout?step=review`)
    await payButton(other).waitFor()
    await pressPay(page)
    await payByCard(page, CARD.plain)
    const order = await seeOrder(page)
    await payButton(other).click()
    await other.waitForURL(/\/ua\/(cart|order)/)
    if (other.url().includes("/order/")) is(await seeOrder(other), order, "the order")
  },

  "two tabs on one page of RozetkaPay's": async ({ page, shop }) => {
    await hosted(page, shop)
    const other = await page.context().newPage()
    await goto(other, `${shop}/ua/checkout?step=review`)
    await pressPay(page)
    await pressPay(other)
    is(other.url(), page.url(), "the page of the other tab")
    await payByCard(other, CARD.plain)
    await seeOrder(other)
  },

  "card form": async ({ page, shop, shot }) => {
    await toPayment(page, shop)
    await choose(page, "card")
    await toReview(page)
    await cardFrame(page).locator("#card").waitFor()
    await shot("card-form")
    is(await isWiderThanScreen(page), false, "the card form is wider than the screen")
    await payByCard(cardFrame(page), CARD.declined)
    await page.locator(".rozetkapay-error").waitFor()
    await shot("card-refused")
    await cardFrame(page).locator("#card").waitFor()
    await payByCard(cardFrame(page), CARD.secure)
    await confirmAtBank(page)
    await seeOrder(page)
    await seeThatCartIsForgotten(page, shop)
  },

  "saved card": async ({ page, shop, shot, customer }) => {
    await logIn(page, shop, customer)
    await toPayment(page, shop)
    await choose(page, "card")
    await toReview(page)
    await page.locator("input[name=rozetkapay-save]").check()
    await payByCard(cardFrame(page), CARD.plain)
    await seeOrder(page)
    await toPayment(page, shop)
    await choose(page, "saved_card")
    await page.locator(".rozetkapay-card input").first().check()
    await shot("saved-card")
    await toReview(page)
    await payButton(page).click()
    await seeOrder(page)
    await goto(page, `${shop}/ua/account`)
    await id(page, "cards-link").click()
    await page.locator(".rozetkapay-card-list .rozetkapay-card").first().waitFor()
    await shot("cards")
    await goto(page, `${shop}/ua/account/cards`)
    await page.locator(".rozetkapay-card-list .rozetkapay-card").first().waitFor()
    is(await isWiderThanScreen(page), false, "the cards' page is wider than the screen")
  },

  instalments: async ({ page, shop, sandbox, shot }) => {
    await toPayment(page, shop)
    await choose(page, "stub")
    await page.locator(".rozetkapay-method-details select").first().selectOption({ index: 1 })
    await shot("instalments")
    await toReview(page)
    await payButton(page).click()
    await page.waitForURL((url) => !url.href.startsWith(shop))
    await shot("instalments-bank")
    const session = /payses_[A-Z0-9]+/.exec(page.url())?.[0]
    const answered = await fetch(`${sandbox}/sandbox/payments/${session}/instalments/answer`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ answer: "agree" }),
    })
    is(answered.status, 200, "the bank's answer")
    await seeOrder(page)
    await seeThatCartIsForgotten(page, shop)
  },

  "one click, from the cart": async ({ page, shop, shot }) => {
    await putIntoCart(page, shop)
    await goto(page, `${shop}/ua/cart`)
    await page.locator(".rozetkapay-express .rozetkapay-button").waitFor()
    await shot("cart")
    await page.locator(".rozetkapay-express .rozetkapay-button").click()
    await buyInOneClick(page, shot)
    await seeOrder(page)
    await seeThatCartIsForgotten(page, shop)
  },

  "one click, from the product, beside a cart": async ({ page, shop, shot }) => {
    await putIntoCart(page, shop)
    await goto(page, `${shop}/ua/products/med-lypovyi`)
    const button = page.locator(".rozetkapay-express .rozetkapay-button").first()
    await button.scrollIntoViewIfNeeded()
    await shot("product")
    await button.click()
    await buyInOneClick(page, shot)
    await seeOrder(page)
    await goto(page, `${shop}/ua`)
    is(/Cart \(1\)/.test(await page.locator("body").innerText()), true, "the other cart is kept")
  },

  "an English browser reads English": async ({ shop, shot, newPage }) => {
    const page = await newPage({ locale: "en-GB" })
    await hosted(page, shop)
    is(/^Pay /.test(await payButton(page).innerText()), true, "the button is English")
    await pressPay(page)
    is(await page.locator("html").getAttribute("lang"), "en", "RozetkaPay's page")
    await shot("english", page)
  },
}

const buyInOneClick = async (page, shot) => {
  await page.waitForURL(/\/(checkout|express)\/[0-9a-f-]{36}/)
  const fields = {
    city: "Київ",
    warehouse_number: "5",
    last_name: "Коваленко",
    first_name: "Оксана",
    phone: "+380671234567",
    email: "oksana.kovalenko@example.com",
  }
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`input[name="${name}"]:visible`)
    if (await field.count()) await field.first().fill(value)
  }
  await shot("one-click-page")
  await payByCard(page, CARD.plain)
}
