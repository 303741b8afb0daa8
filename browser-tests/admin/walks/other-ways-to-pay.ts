import { expectAccessible } from "../setup/accessible"
import type { AdminStage } from "../setup/admin-suite"
import { openOrder } from "../setup/order-box"
import { keepPicture } from "../setup/pictures"
import { salesOf } from "../setup/sales"
import { leaveClean, staffPage } from "../setup/staff-page"

export const otherWaysToPay = (stage: AdminStage): void => {
  test("captures and refunds each seller's own part of a marketplace's order", async () => {
    const sales = salesOf(stage.store)
    const sale = await sales.ofTwoSellers()
    const staff = await staffPage(stage)
    const { page } = staff
    const box = await openOrder(staff, sale)
    const dialog = await box.press("capture_by_seller")
    await dialog.getByLabel("Майстерня Олени").fill("1338.99")
    await dialog.getByLabel("Двір Тараса").fill("389.50")
    await expectAccessible(page)
    await keepPicture(page, "sellers-dialog")
    await box.done()
    await box.shows("captured", "1728.49")
    const second = await box.press("refund_by_seller")
    await second.getByLabel("Двір Тараса").fill("100")
    await box.done()
    await box.shows("refunded", "100.00")
    await expectAccessible(page)
    await keepPicture(box.element, "order-sellers")
    await leaveClean(staff)
  })

  test("captures an order in instalments as a whole, since its bank knows no parts of it", async () => {
    const sales = salesOf(stage.store)
    const sale = await sales.inParts()
    const staff = await staffPage(stage)
    const { page, words } = staff
    const box = await openOrder(staff, sale)
    await box.element.getByText("monobank", { exact: false }).first().waitFor()
    const dialog = await box.press("capture")
    await dialog.getByText(words.say("order.capture.whole_only")).waitFor()
    await expectAccessible(page)
    await keepPicture(page, "instalments-dialog")
    await box.done()
    await box.shows("captured", "2288.00")
    await expectAccessible(page)
    await keepPicture(box.element, "order-instalments")
    await leaveClean(staff)
  })
}
