import { expectAccessible } from "../setup/accessible"
import type { AdminStage } from "../setup/admin-suite"
import { openOrder } from "../setup/order-box"
import { keepPicture } from "../setup/pictures"
import { salesOf } from "../setup/sales"
import { leaveClean, staffPage } from "../setup/staff-page"

export const holds = (stage: AdminStage): void => {
  test("captures a part of what is held, and then cancels the rest", async () => {
    const sales = salesOf(stage.store)
    const sale = await sales.held()
    const staff = await staffPage(stage)
    const { page, words } = staff
    const box = await openOrder(staff, sale)
    await box.agreement("agrees")
    const dialog = await box.press("capture")
    await box.type("1000")
    await dialog
      .getByText(words.say("order.capture.rest", { rest: words.money("338.99") }))
      .waitFor()
    await expectAccessible(page)
    await keepPicture(page, "capture-dialog")
    await box.done()
    await box.shows("captured", "1000.00")
    await box.shows("held", "338.99")
    expect(await sales.ledger(sale)).toMatchObject({ captured: "1000.00", held: "338.99" })

    const last = await box.press("cancel_remainder")
    await last.getByText(words.money("338.99")).first().waitFor()
    await expectAccessible(page)
    await keepPicture(page, "cancel-dialog")
    await box.done()
    await box.shows("canceled", "338.99")
    await box.agreement("agrees")
    await expectAccessible(page)
    await keepPicture(box.element, "order-part-captured")
    expect(await sales.ledger(sale)).toMatchObject({ captured: "1000.00", canceled: "338.99" })
    await leaveClean(staff)
  })

  test("reads that the amount is too large before anything is sent, on a phone in the dark", async () => {
    const sales = salesOf(stage.store)
    const sale = await sales.held()
    const staff = await staffPage(stage, { device: "phone", theme: "dark", language: "en" })
    const { page, words } = staff
    const box = await openOrder(staff, sale)
    const dialog = await box.press("capture")
    await box.type("1339")
    await dialog
      .getByText(words.say("shared.amount.too_much", { most: words.money("1338.99") }))
      .waitFor()
    expect(await dialog.locator("button[type=submit]").isDisabled()).toBe(true)
    await expectAccessible(page)
    await keepPicture(page, "capture-too-much-phone-dark")
    await page.keyboard.press("Escape")
    await dialog.waitFor({ state: "detached" })
    await keepPicture(box.element, "order-phone-dark")
    expect(await sales.requests(sale, "confirm")).toBe(0)
    await leaveClean(staff)
  })
}
