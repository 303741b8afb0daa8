import type { MedusaContainer } from "@medusajs/framework/types"
import { inTime } from "../../../provider/in-time"
import { type ShopperResult, syncForShopper } from "../../shopper-return/sync-for-shopper"
import { type Link, type OpenPage, type OpenTry, readLink } from "./read-link"

/** Milliseconds: a page that can't be brought up to date shows what the store knows. What was begun goes on. */
const LONGEST = 10_000

/** Paid, or being paid, and the store can't say more yet. */
const IS_CONFIRMING: ShopperResult["is"][] = ["waiting", "order_delayed"]

/**
 * A link as it is now. Its callback may be late or lost: before the page says that it is paid by a hold, or
 * asks for money, the try that is held, or whose page is open, is synced, as for a shopper who comes back
 * from it. Anybody may have a link, so that costs no more than theirs: one sync of a session at a time, with
 * a rest after each.
 */
export const readLinkNow = async (container: MedusaContainer, id: string): Promise<Link | null> => {
  const link = await readLinkHeldNow(container, id)
  const [page] = link?.pages ?? []
  if (link?.state !== "payable" || !page) return link
  const result = await syncNow(container, page.of)
  if (IS_CONFIRMING.includes(result.is)) return { ...link, state: "confirming" }
  if (result.is === "unpaid" || result.is === "unfinished") return link
  const now = await readLink(container, id)
  return result.is === "declined" ? now && withoutRefused(now, page) : now
}

/** Where a bank or a method was chosen, that has said no; RozetkaPay's own page may take no other card either. */
const withoutRefused = (link: Link, refused: OpenPage): Link => ({
  ...link,
  pages: link.pages.filter(({ of }) => of.session_id !== refused.of.session_id),
})

const readLinkHeldNow = async (container: MedusaContainer, id: string): Promise<Link | null> => {
  const link = await readLink(container, id)
  if (link?.state !== "paid" || !link.held) return link
  await syncNow(container, link.held)
  return readLink(container, id)
}

const syncNow = (
  container: MedusaContainer,
  { provider_id, session_id }: OpenTry,
): Promise<ShopperResult> =>
  inTime<ShopperResult>(syncForShopper(container, provider_id, session_id), LONGEST, () => ({
    is: "unfinished",
  }))
