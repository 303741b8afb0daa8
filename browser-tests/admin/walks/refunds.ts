import { expectAccessible } from "../setup/accessible"
import { MERCHANT } from "../setup/admin-store"
import type { AdminStage } from "../setup/admin-suite"
import { openOrder } from "../setup/order-box"
import { keepPicture } from "../setup/pictures"
import { salesOf } from "../setup/sales"
import { openSettings } from "../setup/settings"
import { leaveClean, staffPage } from "../setup/staff-page"

export const refunds = (stage: AdminStage): void => {
  test("refunds a part with a note, and reads afterwards who did it and why", async () => {
    const sales = salesOf(stage.store)
    const sale = await sales.captured()
    const staff = await staffPage(stage)
    const { page } = staff
    const box = await openOrder(staff, sale)
    const dialog = await box.press("refund")
    await box.type("389,50")
    await dialog.locator("textarea").fill("Горнятко розбилося")
    await expectAccessible(page)
    await keepPicture(page, "refund-dialog")
    await box.done()
    await box.shows("refunded", "389.50")
    await box.agreement("agrees")
    await box.element.getByText("Горнятко розбилося").waitFor()
    await box.element.getByText("Олена Крамар").first().waitFor()
    await expectAccessible(page)
    await keepPicture(box.element, "order-part-refunded")
    expect(await sales.ledger(sale)).toMatchObject({ captured: "1338.99", refunded: "389.50" })
    await leaveClean(staff)
  })

  test("refunds more than RozetkaPay's balance has, sees it wait, and learns that it failed", async () => {
    const sales = salesOf(stage.store)
    const sale = await sales.captured(["med-lypovyi"])
    await sales.gateway.balance(MERCHANT.login, "0.00")
    const staff = await staffPage(stage)
    const { page, words } = staff
    const box = await openOrder(staff, sale)
    await box.press("refund")
    await box.type("264")
    await box.done()
    await box.element
      .getByText(words.say("order.deferred", { amount: words.money("264.00") }))
      .waitFor()
    await expectAccessible(page)
    await keepPicture(box.element, "order-refund-waits")

    await sales.gateway.endRefunds(sale.externalId, "fail")
    await sales.gateway.quiet()
    await sales.gateway.balance(MERCHANT.login, null)
    await page.reload()
    await box.shows("refunded", "0.00")
    await keepPicture(box.element, "order-refund-failed")
    await openSettings(staff, "attention")
    const entry = page.getByRole("listitem").filter({ hasText: sale.externalId })
    await entry.getByText(words.say("settings.attention.kind.refund_failed")).waitFor()
    await expectAccessible(page)
    await keepPicture(page, "attention-refund-failed")
    await entry.getByRole("link").first().click()
    await box.element.waitFor()
    await leaveClean(staff)
  })
}
