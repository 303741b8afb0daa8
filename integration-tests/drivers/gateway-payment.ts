import { z } from "zod"
import { decimal, kopiykas, sum } from "./kopiykas"

const amount = z.union([z.string(), z.number()]).transform(String)

/** The legacy API takes shorter ids than a session has: what all sessions' begin with is left away. */
const PREFIX = "payses_"
const sessionNamed = (name: string) => (/^[0-9A-Z]{26}$/.test(name) ? PREFIX + name : name)

/** Whether the gateway's name of a payment, or of a batch's order, is of this session. */
export const isNameOf = (externalId: string, name: string | null | undefined): boolean =>
  typeof name === "string" &&
  (sessionNamed(name) === externalId || name.startsWith(`${externalId}-`))

/** A payment as the offline RozetkaPay shows it: `external_id` as the store knows it, `name` as the gateway does. */
export const paymentShape = z
  .object({
    login: z.string(),
    /** Of which of RozetkaPay's APIs. */
    kind: z.string(),
    external_id: z.string(),
    amount,
    currency: z.string(),
    confirm: z.boolean(),
    state: z.string(),
    checkout_url: z.string().nullish(),
    callback_url: z.string().nullish(),
    result_url: z.string().nullish(),
    metadata: z.record(z.string(), z.unknown()).nullish(),
    request: z.unknown(),
    /** Of a payment to several sellers: the names of their orders. */
    orders: z.array(z.string()).optional(),
    /** Of such an order. */
    batch_external_id: z.string().optional(),
    api_key: z.string().optional(),
    ledger: z.object({
      held: amount,
      captured: amount,
      canceled: amount,
      refunded: amount,
      refunding: amount,
    }),
    operations: z.array(
      z.object({
        operation_id: z.string(),
        operation: z.string(),
        amount,
        status: z.string(),
        status_code: z.string().nullish(),
        by: z.string(),
      }),
    ),
  })
  .transform((payment) => ({
    ...payment,
    name: payment.external_id,
    external_id: sessionNamed(payment.external_id),
  }))

export type GatewayPayment = z.output<typeof paymentShape>

const isOrderOf = (batch: GatewayPayment) => (one: GatewayPayment) =>
  one.batch_external_id === batch.name

/**
 * What the shoppers paid: of several sellers' orders the one payment that they are parts of, with
 * what was moved of each.
 */
export const wholePayments = (all: GatewayPayment[]): GatewayPayment[] =>
  all
    .filter((payment) => payment.batch_external_id === undefined)
    .map((payment) =>
      payment.orders === undefined
        ? payment
        : {
            ...payment,
            operations: [
              ...payment.operations.filter(({ operation }) => operation === "payment"),
              ...all
                .filter(isOrderOf(payment))
                .flatMap(({ operations }) => operations)
                .filter(({ operation }) => operation !== "payment"),
            ],
          },
    )

const ROOM = {
  held: ({ ledger }: GatewayPayment) => kopiykas(ledger.held),
  kept: ({ ledger }: GatewayPayment) =>
    kopiykas(ledger.captured) - sum([ledger.refunded, ledger.refunding]),
}

/** An amount of a batch, taken from one order after the other, as much as each has. */
export function overOrders(
  all: GatewayPayment[],
  {
    batch,
    from,
    amount: wanted,
  }: { batch: GatewayPayment; from: keyof typeof ROOM; amount?: number | string },
): { name: string; amount: number }[] {
  let rest = wanted === undefined ? null : kopiykas(wanted)
  return all.filter(isOrderOf(batch)).flatMap((order) => {
    const room = ROOM[from](order)
    const part = rest === null || rest > room ? room : rest
    if (rest !== null) rest -= part
    return part > 0n ? [{ name: order.name, amount: Number(decimal(part)) }] : []
  })
}
