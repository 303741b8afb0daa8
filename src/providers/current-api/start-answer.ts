import type { StartedPayment } from "../../provider/payment-gateway"
import { RozetkaPayError } from "../../rozetkapay/errors"
import { isRefusedFor } from "../../rozetkapay/transport/unless-refused"
import { nextPage } from "./next-page"

/*
 * How a payment begins where its shopper is asked elsewhere, on a bank's page or in its app, and not on
 * RozetkaPay's own page.
 */

type Answer = {
  id: string | null
  action: Parameters<typeof nextPage>[0]
  details: { status: string; statusCode: string | null; statusDescription: string | null } | null
}

/**
 * Where the shopper goes on, or why nothing comes of it, by the answer to a create.
 *
 * @throws RozetkaPayError `malformed` when it says neither
 */
export const startedBy = (
  { id, action, details }: Answer,
  operation: string,
): Pick<StartedPayment, "paymentId" | "checkoutUrl" | "decline"> => {
  const checkoutUrl = nextPage(action)
  if (!details && !checkoutUrl) {
    throw new RozetkaPayError({
      kind: "malformed",
      operation,
      explanation: "the answer says neither what became of it nor where the shopper goes on",
    })
  }
  const isRefused = details?.status === "failure" && !checkoutUrl
  return {
    paymentId: id,
    checkoutUrl,
    decline: isRefused
      ? { code: details.statusCode, description: details.statusDescription }
      : null,
  }
}

/** There is one of this id: what became of it is no word of these. */
const STARTED_BEFORE = ["transaction_already_paid", "order_is_duplicated"]

/** A refusal that is about an earlier request, which may have been paid and whose own answer nobody heard. */
export const isStartedBefore = (error: unknown): boolean => isRefusedFor(STARTED_BEFORE, error)

/** Such a refusal as what it says of the money: nothing that is known. */
export const unlessStartedBefore = (error: unknown, operation: string): unknown =>
  error instanceof RozetkaPayError && isStartedBefore(error)
    ? new RozetkaPayError({
        kind: "outcome_unknown",
        operation,
        code: error.code,
        explanation: "there is one of this id already",
      })
    : error
