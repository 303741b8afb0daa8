import type { AdminStage } from "../setup/admin-suite"
import { type OrderBox, openOrder } from "../setup/order-box"
import { keepPicture } from "../setup/pictures"
import { type Sale, salesOf } from "../setup/sales"
import { leaveClean, staffPage } from "../setup/staff-page"

export const twoWindows = (stage: AdminStage): void => {
  test("in two windows at once refund the same money once, and the second reads that it has changed", async () => {
    const sales = salesOf(stage.store)
    const sale = await sales.captured()
    const windows = await openTwice(stage, sale)
    for (const { box } of windows) {
      await box.press("refund")
      await box.type("500")
    }
    expect(await pressAtOnce(windows)).toEqual(["done", "refused"])
    expect(await sales.requests(sale, "refund")).toBe(1)
    expect(await sales.ledger(sale)).toMatchObject({ captured: "1338.99", refunded: "500.00" })
    for (const { staff, box } of windows) {
      if (await box.dialog.isVisible()) await keepPicture(staff.page, "moved-meanwhile")
    }
    await lookAtBoth(windows, (box) => box.shows("refunded", "500.00"))
  })

  test("in two windows at once capture a seller's part once", async () => {
    const sale = await salesOf(stage.store).ofTwoSellers()
    const windows = await openTwice(stage, sale)
    for (const { box } of windows) {
      const dialog = await box.press("capture_by_seller")
      await dialog.getByLabel("Майстерня Олени").fill("40")
    }
    expect(await pressAtOnce(windows)).toEqual(["done", "refused"])
    await lookAtBoth(windows, (box) => box.shows("captured", "40.00"))
  })
}

type Window = { staff: Awaited<ReturnType<typeof staffPage>>; box: OrderBox }

const openTwice = (stage: AdminStage, sale: Sale): Promise<Window[]> =>
  Promise.all(
    [1, 2].map(async () => {
      const staff = await staffPage(stage)
      return { staff, box: await openOrder(staff, sale) }
    }),
  )

/** How both ended, sorted. */
const pressAtOnce = async (windows: Window[]): Promise<("done" | "refused")[]> => {
  await Promise.all(windows.map(({ box }) => box.confirm()))
  const outcomes = windows.map(({ box: { dialog } }) =>
    Promise.race([
      dialog
        .getByRole("alert")
        .waitFor()
        .then(() => "refused" as const),
      dialog.waitFor({ state: "detached" }).then(() => "done" as const),
    ]),
  )
  return (await Promise.all(outcomes)).sort()
}

const lookAtBoth = async (
  windows: Window[],
  look: (box: OrderBox) => Promise<void>,
): Promise<void> => {
  for (const { staff, box } of windows) {
    if (await box.dialog.isVisible()) {
      await staff.page.keyboard.press("Escape")
      await box.dialog.waitFor({ state: "detached" })
    }
    await look(box)
    await leaveClean(staff, [/status of 409/])
  }
}
