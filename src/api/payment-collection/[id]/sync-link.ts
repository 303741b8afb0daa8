import type { MedusaContainer } from "@medusajs/framework/types"
import { inTime } from "../../../provider/in-time"
import { type ShopperResult, syncForShopper } from "../../shopper-return/sync-for-shopper"
import { type Link, readLink } from "./read-link"

/** Milliseconds: a page that can't be brought up to date shows what the store knows. What was begun goes on. */
const LONGEST = 10_000

/** Paid, or being paid, and the store can't say more yet. */
const IS_CONFIRMING: ShopperResult["is"][] = ["waiting", "order_delayed"]

/**
 * A link as it is now. Its callback may be late or lost: before the page asks for money, the try whose page
 * is open is synced, as for a shopper who comes back from it. Anybody may have a link, so that costs no more
 * than theirs: one sync of a session at a time, with a rest after each.
 */
export const readLinkNow = async (container: MedusaContainer, id: string): Promise<Link | null> => {
  const link = await readLink(container, id)
  if (link?.state !== "payable" || !link.open) return link
  const { provider_id, session_id } = link.open
  const result = await inTime<ShopperResult>(
    syncForShopper(container, provider_id, session_id),
    LONGEST,
    () => ({ is: "unfinished" }),
  )
  if (IS_CONFIRMING.includes(result.is)) return { ...link, state: "confirming" }
  return result.is === "unpaid" || result.is === "unfinished" ? link : readLink(container, id)
}
