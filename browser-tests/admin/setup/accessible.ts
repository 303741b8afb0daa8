import { source } from "axe-core"
import type { Page } from "playwright-core"
import { z } from "zod"

/** The plugin's own part of a page: the rest is Medusa's. */
export const OURS = "[data-rozetkapay]"

const found = z.array(
  z.object({
    id: z.string(),
    help: z.string(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
  }),
)

/** What axe finds wrong in our parts of the page, one line each. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source)
  const answer: unknown = await page.evaluate(async (ours) => {
    const { axe } = globalThis as typeof globalThis & { axe: typeof import("axe-core") }
    return (await axe.run({ include: [[ours]] }, { resultTypes: ["violations"] })).violations
  }, OURS)
  return found
    .parse(answer)
    .flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
    )
}

export const expectAccessible = async (page: Page): Promise<void> => {
  await page.locator(OURS).first().waitFor()
  expect(await violations(page)).toEqual([])
}
