import { z } from "zod"
import { textWithoutCardNumber } from "../../rozetkapay/wire/card-face"
import { KeptBeside } from "../../rozetkapay/wire/kept-beside"
import {
  carriesAnyOf,
  code,
  decimal,
  exactText,
  fromWire,
  fromWireOrNull,
  id,
  listOf,
  text,
  texts,
  webUrl,
  yes,
} from "../../rozetkapay/wire/readers"
import { statusOf } from "./status-codes"

/** What was paid in another currency, at which rate. The webhook's example spells commission with one m. */
const dccRate = fromWire({
  amount: decimal,
  currency: text,
  rate: decimal,
  commission: decimal,
  comission: decimal,
}).transform(({ comission, ...read }) => ({ ...read, commission: read.commission ?? comission }))

const cardTokens = new KeptBeside<{ payer: string | null; recipient: string | null }>()

/**
 * One movement of an order's money, or an attempt at one: the answer to every operation, an entry of an
 * order's transactions, and what a webhook holds. The document gives them one shape with different
 * fields left out, and spells some fields in two ways (rrn and rnn, auth_code and authcode,
 * processing_time and processed_at).
 *
 * Amounts are plain decimal strings without needless zeros, in the major unit (hryvnias: the document's
 * examples are 0.28 and 1.50); ids are strings; null says "not in the answer". Times are as they came:
 * the document names no time zone. The customer's name, e-mail, phone and address, which answers repeat,
 * are not read. Card tokens are not in here either: see `cardTokenOf`.
 */
export const transaction = carriesAnyOf([
  "payment_id",
  "transaction_id",
  "operation_id",
  "status",
  "status_code",
]).pipe(
  fromWire({
    /** Of secondary operations only (capture, void, refund, P2P credit): unique to each. */
    operation_id: id,
    /** The same for all that belongs to a payment. */
    payment_id: id,
    transaction_id: id,
    order_id: id,
    merchant_order_id: id,
    gateway_order_id: id,
    billing_order_id: id,
    pos_id: id,
    /** hosted or direct. */
    mode: text,
    /** purchase, auth, capture, void, refund, p2p, lookup, credit. The list is open. */
    method: text,
    payway: text,
    amount: decimal,
    currency: text,
    description: text,
    status: text,
    status_code: code,
    status_description: text,
    user_action_required: yes,
    /** Where the shopper has to go: 3-D Secure, Privat24, … Always http or https. */
    user_action_url: webUrl,
    /** "0" to "7", what the card scheme says of the authentication. */
    eci: id,
    /** E.g. "supported". */
    options_3ds: text,
    mcc: id,
    /** "424242******4242". */
    cc_mask: textWithoutCardNumber,
    /** Business, Private or Government. */
    cc_type: text,
    cc_token: exactText,
    /** "VISA". */
    payment_system: text,
    bank_short_name: text,
    recipient_cc_mask: textWithoutCardNumber,
    recipient_cc_token: exactText,
    customer_id: id,
    result_url: exactText,
    created_at: exactText,
    processing_time: exactText,
    processed_at: exactText,
    /** What the request carried, unchanged. */
    payload: exactText,
    properties: texts,
    /** Of credit gateways, e.g. `credit_register_id`. Empty when the answer has none. */
    gateway_properties: texts,
    rrn: id,
    rnn: id,
    auth_code: id,
    authcode: id,
    registry_ref_no: id,
    terminal_name: text,
    gateway: text,
    bank_acq_name: text,
    comment: text,
    /** The receipt as PDF; in webhooks only. */
    receipt_url: webUrl,
    fee: fromWireOrNull({ amount: decimal, currency: text }),
    /** Of purchases in other currencies than UAH, at terminals that were set up for it. */
    dcc_rates: listOf(dccRate),
  }).transform(
    ({
      ccMask,
      ccType,
      ccToken,
      paymentSystem,
      bankShortName,
      recipientCcMask,
      recipientCcToken,
      eci,
      options3ds,
      processingTime,
      rnn,
      authcode,
      bankAcqName,
      fee,
      ...read
    }) =>
      cardTokens.keep(
        {
          ...read,
          status: statusOf(read.status, read.statusCode),
          /** `status` as it came. */
          statedStatus: read.status,
          threeDs: { eci, options: options3ds },
          card: {
            mask: ccMask,
            type: ccType,
            paymentSystem,
            bank: bankShortName,
            recipientMask: recipientCcMask,
          },
          processedAt: processingTime ?? read.processedAt,
          rrn: read.rrn ?? rnn,
          authCode: read.authCode ?? authcode,
          acquirer: bankAcqName,
          fee: fee?.amount ? { amount: fee.amount, currency: fee.currency } : null,
        },
        { payer: ccToken, recipient: recipientCcToken },
      ),
  ),
)

export type LegacyTransaction = z.output<typeof transaction>

/**
 * The token that charges the payer's card again (`payByCardToken`), as secret as a password. Ask with
 * the very transaction of an answer or a webhook; null for a copy of it.
 */
export const cardTokenOf = (transaction: LegacyTransaction): string | null =>
  cardTokens.of(transaction)?.payer ?? null

/** The token of the card that a transfer went to. */
export const recipientCardTokenOf = (transaction: LegacyTransaction): string | null =>
  cardTokens.of(transaction)?.recipient ?? null

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

const page = z.strictObject({ location: z.url({ protocol: /^https?$/ }) })

/**
 * What became of a request for a hosted page: 303 with a Location, where to send the shopper; or, where
 * the document is silent, a transaction as in direct mode: mostly a failure, such as an order id that
 * has been paid already.
 */
export const hostedAnswer = z.union([
  page.transform(({ location }) => ({ checkoutUrl: location, transaction: null })),
  transaction.transform((one) => ({ checkoutUrl: one.userActionUrl, transaction: one })),
])

/** One of the two is there. */
export type LegacyHostedAnswer = {
  checkoutUrl: string | null
  transaction: LegacyTransaction | null
}
