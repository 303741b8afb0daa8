import type { TestCard } from "./cards"
import { refused } from "./gateway-error"
import { signCallback } from "./signature"
import type { Addition } from "./wallet-additions"
import { additionResult } from "./wallet-answers"
import type { World } from "./world"

/**
 * A card for the wallet: proven at once, or by the shopper at the bank's page. A bank that
 * rejects payments rejects it; one that only lacks money does not.
 */
export function putCard(
  world: World,
  addition: Addition,
  card: TestCard,
  three_ds = card.three_ds,
): void {
  if (addition.status === "success")
    throw refused("payment_method_already_confirmed", "The card is confirmed already", "")
  addition.entry = world.wallets.add(addition, card, world)
  addition.status = "pending"
  if (!three_ds) conclude(world, addition, card.outcome !== "rejected")
}

/** What the shopper did on the bank's page; then what the bank says. Always announced. */
export function answerBank(world: World, addition: Addition, answer: "approve" | "reject"): void {
  if (addition.status !== "pending" || !addition.entry)
    throw refused("action_not_allowed", "No card waits for its confirmation", "")
  conclude(world, addition, answer === "approve" && addition.entry.card.outcome !== "rejected")
  if (addition.mode === "direct") announceAddition(world, addition)
}

function conclude(world: World, addition: Addition, isProven: boolean): void {
  const { entry } = addition
  addition.status = isProven ? "success" : "failure"
  if (entry && isProven) world.wallets.confirm(entry, world.quirks, addition.make_default)
  // A direct addition that needs no bank's page has its result in the answer, and no callback.
  if (addition.mode === "hosted") announceAddition(world, addition)
}

/** The signed WalletAddPaymentConfirmation callback, resent until HTTP 200. */
function announceAddition(world: World, addition: Addition): void {
  const merchant = world.merchants.find(addition.login)
  const { callback_url: url, entry } = addition
  if (url === null || !merchant || !entry) return
  const result = additionResult(addition, world.quirks, world.url)
  world.contract.walletCallback(result)
  const body = JSON.stringify(result)
  world.desk.post({
    login: addition.login,
    external_id: addition.customer_external_id,
    operation: "add_payment_method",
    operation_id: entry.option_id,
    status: addition.status,
    url,
    body,
    sent_as: "json",
    signature: signCallback(merchant.password, body, world.quirks.signature_alphabet),
  })
}
