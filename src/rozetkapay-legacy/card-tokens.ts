import type { LegacyTransaction } from "./results"

type CardTokens = { payer: string | null; recipient: string | null }

/**
 * Tokens beside the transaction that they came with, not in it. Transactions travel through
 * callbacks, workflow inputs (which an engine writes down) and logs; a token charges a card again.
 * It is gone when the transaction is copied or written as JSON.
 */
const tokens = new WeakMap<LegacyTransaction, CardTokens>()

export function keepCardTokens(
  transaction: LegacyTransaction,
  found: CardTokens,
): LegacyTransaction {
  tokens.set(transaction, found)
  return transaction
}

/**
 * The token that charges the payer's card again (`payByCardToken`), as secret as a password. Ask with
 * the very transaction of an answer or a webhook; null for a copy of it.
 */
export const cardTokenOf = (transaction: LegacyTransaction): string | null =>
  tokens.get(transaction)?.payer ?? null

/** The token of the card that a transfer went to. */
export const recipientCardTokenOf = (transaction: LegacyTransaction): string | null =>
  tokens.get(transaction)?.recipient ?? null
