import { createHash } from "node:crypto"
import type { SentCallback } from "./gateway"
import { type Answer, send } from "./json-http"

export type Alphabet = "urlsafe" | "standard"

const toStandard = (bytes: Buffer) => bytes.toString("base64")
const toUrlSafe = (bytes: Buffer) => toStandard(bytes).replaceAll("+", "-").replaceAll("/", "_")

/**
 * RozetkaPay's signature of a callback: `base64(sha1(password + base64(body) + password))`, both in
 * one alphabet. Written here once more, on purpose: what judges our code must not share its mistakes.
 */
export function signature(
  body: string | Uint8Array,
  password: string,
  alphabet: Alphabet = "urlsafe",
): string {
  const encode = alphabet === "urlsafe" ? toUrlSafe : toStandard
  const inner = encode(Buffer.from(body))
  return encode(createHash("sha1").update(`${password}${inner}${password}`).digest())
}

export type Delivery = {
  contentType?: string
  signature?: string
}

/** Posts bytes to a callback route as the gateway does. */
export function deliver(
  url: string,
  body: string | Uint8Array<ArrayBuffer>,
  delivery: Delivery,
): Promise<Answer> {
  const headers: Record<string, string> = {
    "content-type": delivery.contentType ?? "application/json",
  }
  if (delivery.signature !== undefined) headers["x-rozetkapay-signature"] = delivery.signature
  return send(url, { method: "POST", raw: body, headers })
}

/** Sends a callback once more, with other words in it if need be, signed with this secret. */
export function retell(
  { url, body, sent_as }: SentCallback,
  secret: string,
  change: (text: string) => string = (text) => text,
): Promise<Answer> {
  const text = change(body)
  const signed = signature(text, secret)
  if (sent_as === "json") return deliver(url, text, { signature: signed })
  const form = new URLSearchParams({ data: toUrlSafe(Buffer.from(text)), signature: signed })
  return deliver(url, form.toString(), { contentType: "application/x-www-form-urlencoded" })
}

/** The callback of a successful payment, as the gateway writes it. */
export function paymentCallback(payment: {
  external_id: string
  amount: string
  currency: string
}): string {
  return JSON.stringify({
    id: "18446744073709551617",
    external_id: payment.external_id,
    operation: "payment",
    is_success: true,
    details: {
      amount: payment.amount,
      currency: payment.currency,
      status: "success",
      status_code: "transaction_successful",
      operation_id: "2bc02e4f-6bd3-4c21-a9d4-6a6b5e6d7c11",
      transaction_id: "18446744073709551618",
    },
  })
}
