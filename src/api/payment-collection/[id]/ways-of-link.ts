import type { MedusaContainer } from "@medusajs/framework/types"
import { type Money, moneyOf } from "../../../core/money"
import type { ShopperLanguage } from "../../../messages/language"
import { offersInstalments } from "../../../provider/capabilities"
import { findProvider } from "../../../provider/find-provider"
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
  asks: { parts: PartsToChoose[] | null; blikCode: boolean }
}

/** So many payments of so much each, but the last one. */
export type PartsToChoose = { parts: number; monthly: Money; last: Money }

/** What such a page can ask for; a card's number is RozetkaPay's to ask. */
const ASKED_FOR = ["parts", "blik_code"]

/** The ways by which a link's order can be paid on another page than this one. */
export const waysOfLink = async (
  container: MedusaContainer,
  { toPay }: OrderOfLink,
  { acceptLanguage, language }: { acceptLanguage: string | undefined; language: ShopperLanguage },
): Promise<WayOfLink[]> => {
  const all = await listWays(container, toPay, acceptLanguage)
  const offered = all.filter(
    ({ available, needs }) => available && needs.every((one) => ASKED_FOR.includes(one)),
  )
  const ways = offered.map(
    async ({ provider_id, method, name, description, data, needs }): Promise<WayOfLink> => {
      const parts = needs.includes("parts")
        ? await partsOf(container, { provider_id, method, money: toPay.money, language })
        : null
      const asks = { parts, blikCode: needs.includes("blik_code") }
      return { provider_id, method, name, description, data, asks }
    },
  )
  return (await Promise.all(ways)).filter(({ asks }) => asks.parts?.length !== 0)
}

type Asked = {
  provider_id: string
  method: string
  money: Money
  language: ShopperLanguage
}

/** As the bank has them now; none when nobody says. */
const partsOf = async (
  container: MedusaContainer,
  { provider_id, method, money, language }: Asked,
): Promise<PartsToChoose[]> => {
  const found = await findProvider(container, provider_id)
  if (!found || !offersInstalments(found.provider)) return []
  const banks = await found.provider.instalmentsOf(money, language).catch(() => [])
  const periods = banks.find(({ bank }) => bank === method)?.periods ?? []
  const { currency } = money
  return periods.map(({ parts, monthly, last }) => ({
    parts,
    monthly: moneyOf(monthly, currency),
    last: moneyOf(last, currency),
  }))
}
