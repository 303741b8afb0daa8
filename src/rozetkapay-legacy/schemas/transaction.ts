import { z } from "zod"
import { textWithoutCardNumber } from "../../rozetkapay/schemas/card-face"
import { carriesAnyOf } from "../../rozetkapay/schemas/carries-any-of"
import {
  code,
  decimal,
  exactText,
  flag,
  id,
  objectOrNull,
  text,
  webUrl,
} from "../../rozetkapay/schemas/lenient"
import { keepCardTokens } from "../card-tokens"
import type { DccRate, LegacyTransaction } from "../results"
import { statusOf } from "../status-codes"

const flatTexts = z
  .record(z.string(), z.unknown())
  .catch({})
  .transform((entries): Record<string, string> => {
    const texts = Object.entries(entries).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    )
    return Object.fromEntries(texts)
  })

/** The webhook's example spells it with one m. */
const dccRate = objectOrNull({
  amount: decimal,
  currency: text,
  rate: decimal,
  commission: decimal,
  comission: decimal,
})

const dccRates = z
  .array(dccRate)
  .catch([])
  .transform((items): DccRate[] =>
    items.flatMap((item) =>
      item === null
        ? []
        : [
            {
              amount: item.amount,
              currency: item.currency,
              rate: item.rate,
              commission: item.commission ?? item.comission,
            },
          ],
    ),
  )

/**
 * The answer to every operation, an entry of an order's transactions, and what a webhook holds: the
 * document gives them one shape with different fields left out, and spells some fields in two ways
 * (rrn and rnn, auth_code and authcode, processing_time and processed_at).
 */
export const transaction = carriesAnyOf([
  "payment_id",
  "transaction_id",
  "operation_id",
  "status",
  "status_code",
]).pipe(
  z
    .object({
      operation_id: id,
      payment_id: id,
      transaction_id: id,
      order_id: id,
      merchant_order_id: id,
      gateway_order_id: id,
      billing_order_id: id,
      pos_id: id,
      mode: text,
      method: text,
      payway: text,
      amount: decimal,
      currency: text,
      description: text,
      status: text,
      status_code: code,
      status_description: text,
      user_action_required: flag,
      user_action_url: webUrl,
      eci: id,
      options_3ds: text,
      mcc: id,
      cc_mask: textWithoutCardNumber,
      cc_type: text,
      cc_token: exactText,
      payment_system: text,
      bank_short_name: text,
      recipient_cc_mask: textWithoutCardNumber,
      recipient_cc_token: exactText,
      customer_id: id,
      result_url: exactText,
      created_at: exactText,
      processing_time: exactText,
      processed_at: exactText,
      payload: exactText,
      properties: flatTexts,
      gateway_properties: flatTexts,
      rrn: id,
      rnn: id,
      auth_code: id,
      authcode: id,
      registry_ref_no: id,
      terminal_name: text,
      gateway: text,
      bank_acq_name: text,
      comment: text,
      receipt_url: webUrl,
      fee: objectOrNull({ amount: decimal, currency: text }),
      dcc_rates: dccRates,
    })
    .transform((wire): LegacyTransaction => {
      const read: LegacyTransaction = {
        operationId: wire.operation_id,
        paymentId: wire.payment_id,
        transactionId: wire.transaction_id,
        orderId: wire.order_id,
        merchantOrderId: wire.merchant_order_id,
        gatewayOrderId: wire.gateway_order_id,
        billingOrderId: wire.billing_order_id,
        posId: wire.pos_id,
        mode: wire.mode,
        method: wire.method,
        payway: wire.payway,
        amount: wire.amount,
        currency: wire.currency,
        description: wire.description,
        status: statusOf(wire.status, wire.status_code),
        statedStatus: wire.status,
        statusCode: wire.status_code,
        statusDescription: wire.status_description,
        userActionRequired: wire.user_action_required === true,
        userActionUrl: wire.user_action_url,
        threeDs: { eci: wire.eci, options: wire.options_3ds },
        mcc: wire.mcc,
        card: {
          mask: wire.cc_mask,
          type: wire.cc_type,
          paymentSystem: wire.payment_system,
          bank: wire.bank_short_name,
          recipientMask: wire.recipient_cc_mask,
        },
        customerId: wire.customer_id,
        resultUrl: wire.result_url,
        createdAt: wire.created_at,
        processedAt: wire.processing_time ?? wire.processed_at,
        payload: wire.payload,
        properties: wire.properties,
        gatewayProperties: wire.gateway_properties,
        rrn: wire.rrn ?? wire.rnn,
        authCode: wire.auth_code ?? wire.authcode,
        registryRefNo: wire.registry_ref_no,
        terminalName: wire.terminal_name,
        gateway: wire.gateway,
        acquirer: wire.bank_acq_name,
        comment: wire.comment,
        receiptUrl: wire.receipt_url,
        fee: feeOf(wire.fee),
        dccRates: wire.dcc_rates,
      }
      return keepCardTokens(read, { payer: wire.cc_token, recipient: wire.recipient_cc_token })
    }),
)

const feeOf = (fee: { amount: string | null; currency: string | null } | null) =>
  fee === null || fee.amount === null ? null : { amount: fee.amount, currency: fee.currency }

/**
 * A list of transactions. One entry that can not be read makes the whole list unreadable: it may be
 * a movement of money, and a ledger without it would be wrong.
 */
export const transactionList = z.array(transaction)

/**
 * The document shows no answer to "Payment operation info". A transaction is a list of one; several
 * (two partial refunds) may come as a list.
 */
export const oneOrMoreTransactions = z.union([
  transactionList,
  transaction.transform((one) => [one]),
])
