import { readFileSync } from "node:fs"
import type { Locator } from "playwright-core"
import { expectAccessible, OURS } from "../setup/accessible"
import type { AdminStage } from "../setup/admin-suite"
import { openOrder } from "../setup/order-box"
import { keepDocsPicture, keepPicture } from "../setup/pictures"
import { salesOf } from "../setup/sales"
import { openSettings, openTab, TABS } from "../setup/settings"
import { type Device, type Language, leaveClean, staffPage, type Theme } from "../setup/staff-page"

export const settingsPages = (stage: AdminStage): void => {
  test("finds a payment by the shopper's e-mail, opens its order, and takes the list away as CSV", async () => {
    const sales = salesOf(stage.store)
    const sale = await sales.captured(["med-lypovyi"])
    await sales.held()
    const staff = await staffPage(stage)
    const { page, words } = staff
    await openSettings(staff, "payments")
    const rows = page.locator("[data-rozetkapay=settings] tbody tr")
    await rows.nth(1).waitFor()
    await page.getByLabel(words.say("settings.payments.search_label")).fill(sale.email)
    await rows.nth(1).waitFor({ state: "detached" })
    await rows.first().getByText(sale.email).waitFor()
    await expectAccessible(page)
    await keepPicture(page, "payments-found")
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: words.say("settings.csv") }).click(),
    ])
    const csv = readFileSync(await download.path(), "utf8")
      .trimEnd()
      .split("\n")
    expect(csv).toHaveLength(2)
    expect(csv[1]).toContain(sale.email)
    await rows.first().getByRole("link").first().click()
    await page.waitForURL(new RegExp(`/orders/${sale.orderId}`))
    await leaveClean(staff)
  })

  test("sees payouts, the days' sums and what the store runs on", async () => {
    const sales = salesOf(stage.store)
    await sales.captured()
    const staff = await staffPage(stage)
    const { page, words } = staff
    await openSettings(staff, "days")
    await page.getByText(words.say("settings.days.title")).first().waitFor()
    await openSettings(staff, "overview")
    await page.getByRole("button", { name: words.say("settings.providers.check") }).click()
    await page.getByText(words.say("settings.providers.keys_are.known")).first().waitFor()
    await leaveClean(staff)
  })

  const IN_DOCS = ["overview", "attention", "payments", "payouts", "order", "sellers", "capture"]
  const LOOKS: [Language, Theme, Device][] = [
    ["uk", "light", "desktop"],
    ["en", "light", "desktop"],
    ["uk", "dark", "phone"],
    ["en", "dark", "desktop"],
  ]
  test.each(LOOKS)("reads every page in the language %s, %s, on a %s", async (...look) => {
    const [language, theme, device] = look
    const sales = salesOf(stage.store)
    const sale = await sales.captured(["sorochka-polissia", "gorniatko-karpaty"])
    const isForDocs = theme === "light"
    if (isForDocs) await sales.unexplained()
    const staff = await staffPage(stage, { device, language, theme })
    const { page } = staff
    const keep = (what: Locator, name: string) =>
      isForDocs && IN_DOCS.includes(name)
        ? keepDocsPicture(what, name, language)
        : keepPicture(what, `${name}-${device}-${language}-${theme}`)
    await openSettings(staff, "overview")
    for (const tab of TABS) {
      await openTab(staff, tab)
      await expectAccessible(page)
      await keep(page.locator(OURS), tab)
    }
    const box = await openOrder(staff, sale)
    await box.agreement("agrees")
    await expectAccessible(page)
    await keep(box.element, "order")
    if (isForDocs) {
      const ofTwo = await openOrder(staff, await sales.ofTwoSellers())
      await keep(ofTwo.element, "sellers")
      const dialog = await (await openOrder(staff, await sales.held())).press("capture")
      await dialog.getByRole("textbox").fill("1000")
      await expectAccessible(page)
      await keep(dialog, "capture")
    }
    await leaveClean(staff)
  })
}
