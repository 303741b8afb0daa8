import { createHmac, timingSafeEqual } from "node:crypto"
import { z } from "zod"
import { externalId } from "../../../../core/external-id"
import { RozetkaPayError } from "../../../../rozetkapay/errors"
import { parseJson } from "../../../../rozetkapay/wire/parse-json"
import type { WebhookEvent } from "../../../payment-gateway"
import { operationOf } from "./example-operations"
import type { ExampleOptions } from "./options"

export const signatureOf = (rawBody: Buffer, secret: string): string =>
  createHmac("sha256", secret).update(rawBody).digest("hex")

export const isGenuine = (
  rawBody: Buffer,
  headers: Record<string, unknown>,
  { secret }: Pick<ExampleOptions, "secret">,
): boolean => {
  const given = Buffer.from(String(headers["x-example-signature"] ?? ""))
  const right = Buffer.from(signatureOf(rawBody, secret))
  return given.length === right.length && timingSafeEqual(given, right)
}

const webhook = z.object({
  payment: z.string(),
  operation: z.object({
    id: z.string(),
    kind: z.enum(["charge", "authorize", "capture", "cancel", "refund"]),
    status: z.string(),
    amount: z.string().nullable(),
    currency: z.string(),
  }),
})

/** @throws RozetkaPayError `malformed`: its signature was right, and what it says can't be read */
export const readWebhook = (rawBody: Buffer): WebhookEvent => {
  const read = webhook.safeParse(parseJson(rawBody.toString("utf8")))
  if (!read.success) {
    const explanation = "it is not JSON that describes an operation"
    throw new RozetkaPayError({ kind: "malformed", operation: "webhook", explanation })
  }
  const { payment, operation } = read.data
  return {
    externalId: externalId(payment),
    paymentId: null,
    operations: [operationOf(operation)],
    metadata: {},
  }
}
