import { openOrder } from "../../browser-tests/admin/setup/order-box"
import { openSettings, openTab, TABS } from "../../browser-tests/admin/setup/settings"
import { staffPage } from "../../browser-tests/admin/setup/staff-page"
import { findChromium, startChromium } from "../../browser-tests/setup/chromium"
import type { placeOrder } from "../../integration-tests/drivers/checkout"
import type { OpenStore } from "./store-of-version"

type Sale = Awaited<ReturnType<typeof placeOrder>>

/** Whether there is a browser to look at the dashboard with. */
export const canLook = (): boolean => findChromium() !== undefined

/** Staff refund in the box of an order, and read every tab of the settings. */
export async function useDashboard(store: OpenStore, { order, externalId, cart }: Sale) {
  const browser = await startChromium(findChromium() ?? "")
  try {
    const stage = { store: { backend: store.url }, browser }
    const staff = await staffPage(stage, { language: "en" })
    const { id: paymentId } = store.admin.paymentOf(order)
    const sale = { orderId: order.id, displayId: 0, paymentId, externalId, email: cart.email }
    const box = await openOrder(staff, sale)
    await box.press("refund")
    await box.type("50")
    await box.done()
    await box.shows("refunded", "150.00")
    await box.agreement("agrees")
    await openSettings(staff, "overview")
    for (const tab of TABS) await openTab(staff, tab)
    const ours = staff.errors.filter((error) => /rozetkapay/i.test(error))
    if (ours.length > 0) throw new Error(ours.join("\n"))
  } finally {
    await browser.close()
  }
}
