import { paymentSentence, readReturn } from "../../../src/storefront"
import { element } from "./elements"
import { language, texts } from "./texts"

/** What is no refusal by a bank has a heading of its own. */
const TITLES: Record<string, string> = {
  unpaid: texts.notYetPaid,
  unconfirmed: texts.notConfirmed,
  returned: texts.moneyReturns,
  paid_otherwise: texts.moneyReturns,
  unexplained: texts.shopLooks,
  unknown_session: texts.outOfDate,
}

/** Why the shopper came back without a paid order, or with more than one payment of it. */
export function returnNotice(): HTMLElement | undefined {
  const code = readReturn(location.search)?.code
  if (code === undefined) return undefined
  return element(
    "div",
    { class: "notice bad", role: "alert", "data-reason": code },
    element("strong", {}, TITLES[code] ?? texts.notPaid),
    element("p", {}, paymentSentence(code, language)),
  )
}
