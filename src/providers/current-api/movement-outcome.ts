import type { MovementOutcome } from "../../provider/payment-gateway"
import type { OperationDetails } from "../../rozetkapay/client"
import { RozetkaPayError } from "../../rozetkapay/errors"

type Answer = {
  details: Pick<OperationDetails, "status" | "statusCode" | "statusDescription"> | null
}

/** How a request to move money ended, from RozetkaPay's answer or from having none. */
export const movementOutcome = async (
  request: Promise<Answer | null>,
): Promise<MovementOutcome> => {
  try {
    const details = (await request)?.details
    const status = details?.status ?? "unknown"
    const code = details?.statusCode ?? null
    switch (status) {
      case "success":
        return { is: "done" }
      case "failure":
        return { is: "refused", code, message: refusalOf(details?.statusDescription, code) }
      case "init":
      case "pending":
        return { is: "pending" }
      case "unknown":
        return { is: "unknown", message: "RozetkaPay's answer does not say whether it was done." }
    }
  } catch (error) {
    if (!(error instanceof RozetkaPayError)) throw error
    switch (error.kind) {
      case "rejected":
        return { is: "refused", code: error.code, message: error.message }
      case "unavailable":
        return { is: "unavailable", message: error.message }
      case "outcome_unknown":
      case "malformed":
        return { is: "unknown", message: error.message }
    }
  }
}

const refusalOf = (description: string | null | undefined, code: string | null): string =>
  [description ?? "RozetkaPay refused", code && `(${code})`].filter(Boolean).join(" ")
