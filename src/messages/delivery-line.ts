import type { Delivery } from "../core/delivery"
import { cutText } from "./cut-text"

/** Medusa shows `address_1` in one line. */
const LONGEST = 250

/** Parcels go through Ukraine, so that their addresses are Ukrainian, whatever the shop speaks. */
const CARRIERS: Record<string, string> = {
  nova_poshta: "Нова пошта",
  novaposhta: "Нова пошта",
  ukrposhta: "Укрпошта",
  meest: "Meest",
  rozetka: "Rozetka",
  rozetka_delivery: "Rozetka",
}

const BRANCHES: Record<string, string> = { W: "відділення", P: "поштомат" }

/** What one reads of a delivery in the row that an order has for it: carrier, and branch or street. */
export const deliveryLine = (delivery: Delivery): string => {
  const { carrier, kind, branch, street, house, apartment } = delivery
  const known = carrier === null ? null : CARRIERS[carrier.toLowerCase().replace(/[\s-]/g, "_")]
  const isCourier = kind?.toUpperCase() === "D"
  const place = branch && !isCourier ? branchInWords(branch, kind) : null
  const parts = [
    known ?? carrier?.replaceAll("_", " "),
    place,
    ...(place === null && isCourier ? ["кур’єр"] : []),
    street,
    house && `буд. ${house}`,
    apartment && `кв. ${apartment}`,
  ].filter((part) => part)
  return cutText(parts.join(", "), LONGEST)
}

/** A branch that has a name of its own is called by it; of a number one says what it is of. */
const branchInWords = (branch: string, kind: string | null): string => {
  if (/\p{L}{3}/u.test(branch)) return branch
  const word = BRANCHES[kind?.toUpperCase() ?? ""] ?? "відділення"
  return `${word} № ${branch.replace(/^№\s*/, "")}`
}
