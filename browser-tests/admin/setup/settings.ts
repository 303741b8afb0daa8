import { openAdmin, type StaffPage } from "./staff-page"

export const TABS = ["overview", "attention", "payments", "payouts", "days"] as const
export type Tab = (typeof TABS)[number]

/** Opens a part of *Settings, RozetkaPay*, and waits until it has its answers. */
export const openSettings = async (staff: StaffPage, tab: Tab): Promise<void> => {
  await openAdmin(staff, `/settings/rozetkapay${tab === "overview" ? "" : `?tab=${tab}`}`)
  await isShown(staff, tab)
}

/** From one part of the page to another. */
export const openTab = async (staff: StaffPage, tab: Tab): Promise<void> => {
  const { page, words } = staff
  await page.getByRole("tab", { name: words.say(`settings.tabs.${tab}`) }).click()
  await isShown(staff, tab)
}

const isShown = async ({ page, words }: StaffPage, tab: Tab): Promise<void> => {
  const ours = page.locator("[data-rozetkapay=settings]")
  await ours.getByRole("tab", { name: words.say(`settings.tabs.${tab}`), selected: true }).waitFor()
  await ours.locator(".animate-pulse").first().waitFor({ state: "detached" })
}
