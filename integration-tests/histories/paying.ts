import { GatewayAlternative } from "../drivers/gateway-alternative"
import { GatewayInstalments } from "../drivers/gateway-instalments"
import { CARDS, type Card, type Step } from "./history"
import { systemOf } from "./paid-payment"
import type { OpenStore } from "./setup/open-store"

type Bank = Extract<Step, { do: "pay" }>["bank"]
type Sum = { amount?: number; currency?: string }

/**
 * The shopper pays, or tries to, wherever RozetkaPay or the bank asks them. Where that is not for a card,
 * they, or their bank, answer as such a card would end.
 */
export async function payAt(
  { gateway }: OpenStore,
  page: string,
  { card, bank = "approve", ...sum }: { card: Card; bank?: Bank } & Sum,
): Promise<string> {
  const system = systemOf(await gateway.payment(page))
  switch (system) {
    case "current":
    case "legacy":
    case "batch":
      await gateway.pay(page, { card: CARDS[card], three_ds: bank, ...sum })
      break
    case "payparts":
      await answered(
        answerOf(card, bank),
        inInstalments(new GatewayInstalments(gateway.url), page, sum),
      )
      break
    case "alternative":
      await answered(answerOf(card, bank), inPoland(new GatewayAlternative(gateway), page, sum))
  }
  return (await gateway.payment(page)).state
}

/** What a shopper whom the bank still asks answers at last. */
export async function answerAt(
  store: OpenStore,
  page: string,
  answer: "approve" | "reject",
): Promise<unknown> {
  const system = systemOf(await store.gateway.payment(page))
  return system === "payparts" || system === "alternative"
    ? payAt(store, page, { card: "asksTheBank", bank: answer })
    : store.gateway.answerAtTheBank(page, answer)
}

type Answer = "yes" | "no" | "the bank says no" | "too late" | "none"

const answerOf = (card: Card, bank: Bank): Answer => {
  switch (card) {
    case "works":
      return "yes"
    case "asksTheBank":
      return ({ approve: "yes", reject: "no", leave: "none" } as const)[bank]
    case "refused":
      return "no"
    case "poor":
      return "the bank says no"
    case "refusedByTheBank":
      return "too late"
  }
}

const LACKS_MONEY = "insufficient_funds"

type Answers = Record<Exclude<Answer, "none">, () => Promise<unknown>>

const answered = async (answer: Answer, answers: Answers): Promise<void> => {
  if (answer !== "none") await answers[answer]()
}

const inInstalments = (banks: GatewayInstalments, page: string, sum: Sum): Answers => ({
  yes: () => banks.customerAgrees(page, sum),
  no: () => banks.customerRefuses(page),
  "the bank says no": () => banks.bankRejects(page, LACKS_MONEY),
  "too late": () => banks.bankGivesUpWaiting(page),
})

const inPoland = (shoppers: GatewayAlternative, page: string, sum: Sum): Answers => ({
  yes: () => shoppers.agree(page, sum),
  no: () => shoppers.refuse(page),
  "the bank says no": () => shoppers.refuse(page, { code: LACKS_MONEY }),
  "too late": () => shoppers.timeOut(page),
})
