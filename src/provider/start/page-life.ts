import type { SessionData } from "../session-data"
import type { StoreOptions } from "../store-options"

const MINUTE = 60_000

/**
 * Milliseconds for which an open page is gone on with. RozetkaPay does not say how long it stays open; whoever
 * comes later gets one that certainly takes another try. Where goods are bought in one click, only a second press
 * of the button is meant.
 */
const LONGEST = { hosted: 10 * MINUTE, direct: 10 * MINUTE, express_checkout: MINUTE }

/** @param openedAt milliseconds; null: nobody knows, so it may be of any age */
export const isPageYoung = (
  openedAt: number | null,
  mode: SessionData["mode"],
  { checkoutTtlMinutes: life }: Pick<StoreOptions, "checkoutTtlMinutes">,
  now = Date.now(),
): boolean => {
  const most = LONGEST[mode]
  const longest = life === undefined ? most : Math.min(most, (life * MINUTE) / 2)
  return openedAt !== null && now - openedAt < longest
}
