import { send } from "../drivers/json-http"
import type { Told } from "./history"
import { payAt } from "./paying"
import type { OpenStore } from "./setup/open-store"

/**
 * Pays pages that are open at once, and lets the store learn of all at one moment: by their
 * callbacks, or, when those are lost, by the browsers that come back. Whatever else is wrong with the
 * network is over: two at one moment is trouble enough.
 *
 * @returns what happened, and which of the pages the store did not know any more when its shopper came back.
 */
export async function payAtOnce(
  store: OpenStore,
  pages: string[],
  told: Told,
): Promise<{ said: string; unknown: string[] }> {
  const { gateway } = store
  await gateway.clearFaults()
  await gateway.callbacks(told === "by callbacks" ? "hold" : "lose")
  try {
    const paid = await Promise.allSettled(
      pages.map((page) => payAt(store, page, { card: "works" })),
    )
    const answers = await Promise.all(
      pages.map(async (external_id) => {
        if (told === "by callbacks") {
          const [answer] = await gateway.sendCallbacks({ external_id, copies: 1 })
          return answer?.status
        }
        const { result_url: url } = await gateway.payment(external_id)
        const to = url && (await send(url)).headers.get("location")
        return to && new URL(to).search
      }),
    )
    const said = pages.map((page, index) => `${page} ${paid[index]?.status} ${answers[index]}`)
    const isUnknown = (_: string, index: number) =>
      String(answers[index]).includes("unknown_session")
    return { said: said.join(", "), unknown: pages.filter(isUnknown) }
  } finally {
    await gateway.callbacks("normal")
  }
}
