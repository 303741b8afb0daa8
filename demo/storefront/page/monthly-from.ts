import { element } from "./elements"
import { call } from "./store"
import { price, texts } from "./texts"

interface Answer {
  banks: { available: boolean; periods: { monthly: string }[] }[]
}

/** "від 104,17 ₴/міс. частинами": the least that a bank asks for each month. Stays empty where none sells this in parts. */
export function monthlyFrom(amount: number): HTMLElement {
  const place = element("span", { class: "quiet monthly" })
  const tell = async () => {
    const { banks } = await call<Answer>(`/rozetkapay/payparts?amount=${amount}&currency_code=uah`)
    const sums = banks
      .filter(({ available }) => available)
      .flatMap(({ periods }) => periods.map(({ monthly }) => Number(monthly)))
    if (sums.length === 0) return
    place.textContent = `${texts.from} ${price(Math.min(...sums))}${texts.perMonth}`
  }
  // The product is for sale without it, too.
  tell().catch(() => undefined)
  return place
}
