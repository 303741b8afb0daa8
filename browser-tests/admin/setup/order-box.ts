import type { Locator } from "playwright-core"
import type { PaymentActions, Sums } from "../../../src/admin-client"
import type { Sale } from "./sales"
import { openAdmin, type StaffPage } from "./staff-page"

type Action = keyof PaymentActions

/** Opens an order's page and waits for RozetkaPay's box of its payment. */
export const openOrder = async (staff: StaffPage, sale: Sale) => {
  await openAdmin(staff, `/orders/${sale.orderId}`)
  const box = orderBox(staff, sale)
  await box.element.waitFor()
  return box
}

/** RozetkaPay's box on an order's page, as staff use it. */
const orderBox = ({ page, words }: StaffPage, { paymentId }: Sale) => {
  const element = page.locator(`[data-rozetkapay-payment="${paymentId}"]`)
  const dialog = page.locator("[data-rozetkapay=dialog]")
  const { say } = words
  const row = (sum: keyof Sums) =>
    element
      .getByRole("table", { name: say("order.sums.caption") })
      .getByRole("row")
      .filter({ hasText: say(`order.sums.${sum}`) })
  return {
    element,
    dialog,
    /** By its button, where what is likely wanted has one, else by the menu. */
    press: async (name: Action): Promise<Locator> => {
      const label = { name: say(`order.actions.${name}`), exact: true }
      const menu = element.getByRole("button", { name: say("order.actions.menu") })
      await menu.waitFor()
      const button = element.getByRole("button", label)
      if (await button.isVisible()) await button.click()
      else {
        await menu.click()
        await page.getByRole("menuitem", label).click()
      }
      await dialog.waitFor()
      return dialog
    },
    type: (amount: string) => dialog.getByRole("textbox").first().fill(amount),
    confirm: () => dialog.locator("button[type=submit]").click(),
    /** The movement is made, and said to be. */
    done: async (): Promise<void> => {
      await dialog.locator("button[type=submit]").click()
      await dialog.waitFor({ state: "detached" })
    },
    /** Waits until both ledgers are shown to have this sum. */
    shows: async (sum: keyof Sums, amount: string): Promise<void> => {
      const both = row(sum).getByRole("cell", { name: words.money(amount), exact: true })
      await both.nth(1).waitFor()
    },
    agreement: (is: "agrees" | "differs" | "unknown"): Promise<void> =>
      element
        .getByText(say(`order.agreement.${is}`), { exact: true })
        .first()
        .waitFor(),
  }
}

export type OrderBox = ReturnType<typeof orderBox>
