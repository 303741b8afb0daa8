import type { MedusaContainer } from "@medusajs/framework/types"
import { listWays } from "../../store/rozetkapay/methods/list-ways"
import type { OrderOfLink } from "./order-of-link"

/** A way that a page without JavaScript can offer. */
export type WayOfLink = {
  provider_id: string
  method: string
  name: string
  description: string
  data: Readonly<Record<string, unknown>>
  /** What its form asks for. */
  asks: { parts: { least: number; most: number } | null; blikCode: boolean }
}

/** What such a page can ask for; a card's number is RozetkaPay's to ask. */
const ASKED_FOR = ["parts", "blik_code"]

/** The ways by which a link's order can be paid on another page than this one. */
export const waysOfLink = async (
  container: MedusaContainer,
  { toPay }: OrderOfLink,
  acceptLanguage: string | undefined,
): Promise<WayOfLink[]> => {
  const ways = await listWays(container, toPay, acceptLanguage)
  return ways
    .filter(({ available, needs }) => available && needs.every((one) => ASKED_FOR.includes(one)))
    .map(({ provider_id, method, name, description, data, limits, needs }) => ({
      provider_id,
      method,
      name,
      description,
      data,
      asks: {
        parts: needs.includes("parts") ? limits.parts : null,
        blikCode: needs.includes("blik_code"),
      },
    }))
}
