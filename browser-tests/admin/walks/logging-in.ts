import { STAFF } from "../setup/admin-store"
import type { AdminStage } from "../setup/admin-suite"
import { keepPicture } from "../setup/pictures"
import { salesOf } from "../setup/sales"
import { expectCleanConsole, openAdmin, staffPage } from "../setup/staff-page"

export const loggingIn = (stage: AdminStage): void => {
  test("log in by e-mail and password, and see the orders", async () => {
    const sales = salesOf(stage.store)
    console.time("sale")
    const sale = await sales.held()
    console.timeEnd("sale")
    console.time("sellers")
    await sales.ofTwoSellers()
    console.timeEnd("sellers")
    console.time("parts")
    await sales.inParts()
    console.timeEnd("parts")
    await sales.captured()
    await sales.reconcile()
    const staff = await staffPage(stage, {}, { isLoggedIn: false })
    const { page } = staff
    await openAdmin(staff, "/login")
    await page.locator("input[name=email]").fill(STAFF.email)
    await page.locator("input[name=password]").fill(STAFF.password)
    await page.locator("button[type=submit]").click()
    await page.waitForURL(/\/app\/orders/)
    await page.getByText(`#${sale.displayId}`, { exact: false }).first().waitFor()
    await keepPicture(page, "orders")
    await openAdmin(staff, `/orders/${sale.orderId}`)
    await page.waitForLoadState("networkidle")
    await keepPicture(page, "order")
    expectCleanConsole(staff, [/401/])
    await page.context().close()
  })
}
