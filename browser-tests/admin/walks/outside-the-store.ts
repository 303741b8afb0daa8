import { expectAccessible } from "../setup/accessible"
import { MERCHANT } from "../setup/admin-store"
import type { AdminStage } from "../setup/admin-suite"
import { openOrder } from "../setup/order-box"
import { keepPicture } from "../setup/pictures"
import { salesOf } from "../setup/sales"
import { openSettings } from "../setup/settings"
import { leaveClean, staffPage } from "../setup/staff-page"

export const outsideTheStore = (stage: AdminStage): void => {
  test("sees that a refund in RozetkaPay's cabinet is missing in the store, and records it by a sync", async () => {
    const sales = salesOf(stage.store)
    const sale = await sales.captured()
    await sales.gateway.callbacks("lose")
    await sales.gateway.cabinet(sale.externalId, "refund", { amount: 100 })
    await sales.gateway.quiet()
    await sales.gateway.callbacks("normal")
    const staff = await staffPage(stage)
    const { page } = staff
    const box = await openOrder(staff, sale)
    await box.agreement("differs")
    await expectAccessible(page)
    await keepPicture(box.element, "order-differs")
    await box.press("sync")
    await keepPicture(page, "sync-dialog")
    await box.done()
    await box.agreement("agrees")
    await box.shows("refunded", "100.00")
    await leaveClean(staff)
  })

  test("reads that RozetkaPay does not answer, keeps the store's sums in view, and can't move money blindly", async () => {
    const sales = salesOf(stage.store)
    const sale = await sales.held()
    await sales.gateway.fault({ endpoint: "*", kind: "502_before", times: 0 })
    const staff = await staffPage(stage, { device: "phone", language: "en" })
    const { page, words } = staff
    try {
      const box = await openOrder(staff, sale)
      await box.agreement("unknown")
      await box.element.getByText(words.say("order.unknown.gateway_down")).waitFor()
      expect(
        await box.element.getByRole("button", { name: words.say("order.actions.capture") }).count(),
      ).toBe(0)
      await expectAccessible(page)
      await keepPicture(box.element, "order-gateway-down-phone")
    } finally {
      await sales.gateway.clearFaults()
    }
    await page.reload()
    const box = await openOrder(staff, sale)
    await box.agreement("agrees")
    await leaveClean(staff)
  })

  test("learns from the overview that the keys are refused since the password was changed in the cabinet", async () => {
    const sales = salesOf(stage.store)
    const sale = await sales.held()
    const staff = await staffPage(stage)
    const { page, words } = staff
    await sales.changePassword("another-password")
    try {
      const box = await openOrder(staff, sale)
      await box.agreement("unknown")
      await box.element.getByText(words.say("order.unknown.rejected")).waitFor()
      await keepPicture(box.element, "order-wrong-keys")
      await openSettings(staff, "overview")
      await page.getByRole("button", { name: words.say("settings.providers.check") }).click()
      await page.getByText(words.say("settings.providers.keys_are.refused")).first().waitFor()
      await expectAccessible(page)
      await keepPicture(page, "overview-wrong-keys")
    } finally {
      await sales.changePassword(MERCHANT.password)
    }
    await page.getByRole("button", { name: words.say("settings.providers.check") }).click()
    await page.getByText(words.say("settings.providers.keys_are.known")).first().waitFor()
    await leaveClean(staff)
  })
}
