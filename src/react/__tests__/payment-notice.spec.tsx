/** @jest-environment jsdom */
import { paymentSentence } from "../../storefront/payment-sentence"
import { PaymentNotice } from ".."
import { openShop } from "./shown-shop"

describe("The notice of a return", () => {
  let shop: ReturnType<typeof openShop>
  beforeEach(() => {
    shop = openShop()
  })
  afterEach(async () => {
    window.history.replaceState(null, "", "/")
    await shop.leave()
  })

  test.each([
    ["insufficient_funds", "did not go through", "alert"],
    ["unpaid", "You have not paid yet", "status"],
    ["transaction_is_canceled_by_payer", "You have not paid yet", "status"],
    ["unconfirmed", "not confirmed", "status"],
    ["returned", "on its way back", "status"],
    ["paid_otherwise", "The order is paid", "status"],
    ["unexplained", "looking at your payment", "status"],
    ["unknown_session", "out of date", "status"],
  ])("of %s is headed by what happened: %s", async (code, heading, role) => {
    await shop.show(<PaymentNotice code={code} />)
    expect(shop.find("strong").textContent).toContain(heading)
    expect(shop.find("p").textContent).toBe(paymentSentence(code, "en"))
    expect(shop.find(`[role=${role}]`)).toBe(document.activeElement)
  })

  test("reads the page's own address, and only its code", async () => {
    const query = "?step=payment&payment_error=unpaid&payment_message=Call+us+now"
    window.history.replaceState(null, "", query)
    await shop.show(<PaymentNotice />)
    expect(shop.find(".rozetkapay-notice").dataset.reason).toBe("unpaid")
    expect(shop.text()).not.toContain("Call us")
  })

  test("is not there when there is nothing to tell", async () => {
    await shop.show(<PaymentNotice />)
    await shop.show(<PaymentNotice code={null} />)
    expect(shop.text()).toBe("")
  })
})
