import type { AdminStage } from "../setup/admin-suite"
import { openOrder } from "../setup/order-box"
import { keepPicture } from "../setup/pictures"
import { salesOf } from "../setup/sales"
import { leaveClean, staffPage } from "../setup/staff-page"

export const twoWindows = (stage: AdminStage): void => {
  test("in two windows at once refund the same money once, and the second reads that it has changed", async () => {
    const sales = salesOf(stage.store)
    const sale = await sales.captured()
    const windows = await Promise.all([staffPage(stage), staffPage(stage)])
    const boxes = await Promise.all(windows.map((staff) => openOrder(staff, sale)))
    for (const box of boxes) {
      await box.press("refund")
      await box.type("500")
    }
    await Promise.all(boxes.map((box) => box.confirm()))
    const outcomes = await Promise.all(
      boxes.map(({ dialog }) =>
        Promise.race([
          dialog
            .getByRole("alert")
            .waitFor()
            .then(() => "refused" as const),
          dialog.waitFor({ state: "detached" }).then(() => "done" as const),
        ]),
      ),
    )
    expect(outcomes.sort()).toEqual(["done", "refused"])
    expect(await sales.requests(sale, "refund")).toBe(1)
    expect(await sales.ledger(sale)).toMatchObject({ captured: "1338.99", refunded: "500.00" })
    for (const [index, box] of boxes.entries()) {
      const { page } = windows[index]
      if (await box.dialog.isVisible()) {
        await keepPicture(page, "moved-meanwhile")
        await page.keyboard.press("Escape")
        await box.dialog.waitFor({ state: "detached" })
      }
      await box.shows("refunded", "500.00")
    }
    for (const staff of windows) await leaveClean(staff, [/status of 409/])
  })
}
