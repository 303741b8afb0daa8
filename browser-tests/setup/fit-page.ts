import axe from "axe-core"
import type { Page } from "playwright-core"
import { isWiderThanScreen } from "./shopper"

/** Fits the screen, and is fit for a screen reader: what axe finds wrong in the shop's page, frames of others apart. */
export const expectFit = async (page: Page): Promise<void> => {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<axe.AxeResults>("axe.run({ iframes: false })")
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  expect(await isWiderThanScreen(page)).toBe(false)
}
