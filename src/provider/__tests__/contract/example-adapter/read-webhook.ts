import { createHmac, timingSafeEqual } from "node:crypto"
import { z } from "zod"
import type { OperationStatus } from "../../../../rozetkapay/client"
import { RozetkaPayError } from "../../../../rozetkapay/errors"
import { parseJson } from "../../../../rozetkapay/wire/parse-json"
import type { SignedCallback } from "../../../webhook-events"
import { NOT_TOLD } from "./not-told"
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
export const readWebhook = (rawBody: Buffer): SignedCallback => {
  const read = webhook.safeParse(parseJson(rawBody.toString("utf8")))
  if (!read.success) {
    const explanation = "it is not JSON that describes an operation"
    throw new RozetkaPayError({ kind: "malformed", operation: "webhook", explanation })
  }
  const { payment, operation } = read.data
  const { id, kind, status, amount, currency } = operation
  return {
    about: "payment",
    operation: {
      id: null,
      externalId: payment,
      operation: kind,
      isSuccess: status === "done",
      actionRequired: false,
      action: null,
      details: {
        ...NOT_TOLD,
        operationId: id,
        method: kind,
        status: statusOf(status),
        amount,
        currency,
      },
      receiptUrl: null,
      metadata: {},
      paymentMethod: null,
    },
  }
}

/** A word that is not known means "not yet". */
export const statusOf = (word: string): OperationStatus =>
  ({ done: "success" as const, refused: "failure" as const })[word] ?? "unknown"
