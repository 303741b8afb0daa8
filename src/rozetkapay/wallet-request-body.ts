import { refusal, required, text } from "./body-fields"
import { writeExactJson } from "./exact-json"
import { cardToken, fingerprint, secretsOfBrowser } from "./payment-method-body"
import type { AddWalletCardRequest, WalletCardReference } from "./wallet-requests"

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/addCustomerPayment */
export function addCardBody(operation: string, request: AddWalletCardRequest): string {
  return writeExactJson({
    mode: request.mode,
    ...(request.mode === "direct"
      ? {
          payment_method: { type: "cc_token", cc_token: newCard(operation, request.card) },
          callback_url: text(request.callbackUrl),
          result_url: text(request.resultUrl),
          fingerprint: request.fingerprint && fingerprint(request.fingerprint),
        }
      : {
          // The document's text wants it in direct mode only, its schema always: this suits both.
          payment_method: { type: "cc_token" },
          callback_url: required(operation, "callback_url", request.callbackUrl),
          result_url: required(operation, "result_url", request.resultUrl),
        }),
    make_default: request.makeDefault,
  })
}

function newCard(
  operation: string,
  card: Extract<AddWalletCardRequest, { mode: "direct" }>["card"],
) {
  const param = "payment_method.cc_token"
  const mask = required(operation, `${param}.mask`, card.mask)
  if (/\d{11}/.test(mask.replace(/[\s-]/g, ""))) {
    throw refusal(operation, `${param}.mask`, "it looks like a card number")
  }
  return {
    token: cardToken(operation, `${param}.token`, card.token),
    mask,
    expires_at: required(operation, `${param}.expires_at`, card.expiresAt),
    use_3ds_flow: card.use3dsFlow,
  }
}

/** Deleting a card, and naming the default one. */
export function walletCardBody(operation: string, { optionId }: WalletCardReference): string {
  return writeExactJson({ option_id: required(operation, "option_id", optionId), type: "card" })
}

export function secretsOfNewCard(request: AddWalletCardRequest) {
  return request.mode === "direct"
    ? [request.card.token, ...(request.fingerprint ? secretsOfBrowser(request.fingerprint) : [])]
    : []
}
