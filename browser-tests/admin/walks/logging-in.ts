import { STAFF } from "../setup/admin-store"
import type { AdminStage } from "../setup/admin-suite"
import { leaveClean, openAdmin, staffPage } from "../setup/staff-page"

export const loggingIn = (stage: AdminStage): void => {
  test("logs in by e-mail and password, and finds RozetkaPay in the settings", async () => {
    const staff = await staffPage(stage, {}, { isLoggedIn: false })
    const { page } = staff
    await openAdmin(staff, "/login")
    await page.locator("input[name=email]").fill(STAFF.email)
    await page.locator("input[name=password]").fill(STAFF.password)
    await page.locator("button[type=submit]").click()
    await page.waitForURL(/\/app\/orders/)
    await openAdmin(staff, "/settings/store")
    await page.getByRole("link", { name: "RozetkaPay" }).click()
    await page.locator("[data-rozetkapay=settings]").waitFor()
    // Whoever is not logged in yet is told so by this status.
    await leaveClean(staff, [/status of 401/])
  })
}
