import { openAdmin, type StaffPage } from "./staff-page"

export type Tab = "overview" | "attention" | "payments" | "payouts" | "days"
export const TABS: Tab[] = ["overview", "attention", "payments", "payouts", "days"]

/** Opens a part of *Settings, RozetkaPay*, and waits until it has its answers. */
export const openSettings = async (staff: StaffPage, tab: Tab): Promise<void> => {
  await openAdmin(staff, `/settings/rozetkapay${tab === "overview" ? "" : `?tab=${tab}`}`)
  const page = staff.page.locator("[data-rozetkapay=settings]")
  await page.waitFor()
  await staff.page.waitForLoadState("networkidle")
}
