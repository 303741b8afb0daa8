import { expectAccessible } from "../setup/accessible"
import type { AdminStage } from "../setup/admin-suite"
import { keepPicture } from "../setup/pictures"
import { salesOf } from "../setup/sales"
import { openSettings } from "../setup/settings"
import { leaveClean, staffPage } from "../setup/staff-page"

export const needsAttention = (stage: AdminStage): void => {
  test("reads that nothing needs attention, which is the normal state", async () => {
    const staff = await staffPage(stage)
    const { page, words } = staff
    await openSettings(staff, "attention")
    await page.getByText(words.say("settings.attention.empty_title")).waitFor()
    await expectAccessible(page)
    await keepPicture(page, "attention-empty")
    await leaveClean(staff)
  })

  test("returns money that nobody can explain, and it leaves the list", async () => {
    const sales = salesOf(stage.store)
    const externalId = await sales.unexplained()
    const staff = await staffPage(stage)
    const { page, words } = staff
    await openSettings(staff, "attention")
    const entry = page.getByRole("listitem").filter({ hasText: externalId })
    await entry.getByText(words.say("settings.attention.kind.unexplained")).waitFor()
    await expectAccessible(page)
    await keepPicture(page, "attention-unexplained")
    await entry.getByRole("button", { name: words.say("settings.attention.return") }).click()
    const dialog = page.getByRole("alertdialog")
    await dialog.getByText(words.say("settings.returning.shopper")).waitFor()
    await expectAccessible(page)
    await keepPicture(page, "attention-return-dialog")
    await dialog.getByRole("button", { name: words.money("253.00") }).click()
    await dialog.waitFor({ state: "detached" })
    await entry.waitFor({ state: "detached" })
    expect(await sales.ledger({ externalId })).toMatchObject({ held: "0.00", canceled: "353.00" })
    await leaveClean(staff)
  })
}
