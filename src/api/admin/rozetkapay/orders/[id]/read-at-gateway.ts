import type { Logger } from "@medusajs/framework/types"
import { currencyCode } from "../../../../../core/money"
import type { SellerLedger } from "../../../../../core/seller-ledger"
import { codeOf, staffError } from "../../../../../errors"
import { errorMessage } from "../../../../../log/error-message"
import { oneLine } from "../../../../../log/one-line"
import { splitsPayments } from "../../../../../provider/capabilities"
import type { GatewayProvider } from "../../../../../provider/gateway-provider"
import { inTime } from "../../../../../provider/in-time"
import { asMedusaError } from "../../../../../provider/payment-errors"
import type { GatewayLedger, PaymentDetails } from "../../../../../provider/payment-gateway"
import type { PaymentTerms } from "../../../../../provider/session-data"

/** What RozetkaPay says of a payment, as far as it says it. */
export type AtGateway = {
  /** Null: it can't be counted, and `problem` says why. */
  ledger: GatewayLedger | null
  /** Null: it was not answered. */
  details: PaymentDetails | null
  /** Of a payment to several sellers. Null also when what one of them has can't be counted. */
  sellers: SellerLedger[] | null
  problem: { code: string; message: string } | null
}

/** Milliseconds. Staff wait for the page; a payment of which RozetkaPay says nothing by then is shown without it. */
const READ_WITHIN = 10_000

/** Never throws: a gateway that is down must not take the order's page with it. */
export const readAtGateway = async (
  provider: GatewayProvider,
  terms: PaymentTerms,
): Promise<AtGateway> =>
  inTime(
    read(provider, terms).catch((error: unknown) => unanswered(provider.logger, terms, error)),
    READ_WITHIN,
    () => withProblem(staffError("gateway_down")),
  )

const read = async (provider: GatewayProvider, terms: PaymentTerms): Promise<AtGateway> => {
  const reference = provider.reference(terms)
  const [ledger, details, sellers] = await Promise.all([
    provider.ledger(reference),
    provider.gateway.details(reference),
    splitsPayments(provider) && terms.orders ? provider.sellersOf(reference) : null,
  ])
  const problem = problemOf(ledger, terms)
  return { ledger: problem ? null : ledger, details, sellers: counted(sellers, problem), problem }
}

/** Sums of an answer that can't be counted are zero, and would be read as such. */
const counted = (sellers: SellerLedger[] | null, problem: AtGateway["problem"]) =>
  problem || sellers?.some(({ unclear }) => unclear !== null) ? null : sellers

const problemOf = ({ unclear, currency }: GatewayLedger, terms: PaymentTerms) => {
  const store = currencyCode(terms.currency_code)
  if (unclear !== null) return asProblem(staffError("answer_unclear", { why: unclear }))
  return currency === store
    ? null
    : asProblem(staffError("another_currency", { gateway: currency, store }))
}

const unanswered = (
  logger: Pick<Logger, "warn">,
  { external_id }: PaymentTerms,
  error: unknown,
): AtGateway => {
  const told = asMedusaError(error)
  if (codeOf(told)) return withProblem(told)
  logger.warn(
    `rozetkapay: a payment could not be read for staff session_id=${external_id}: ${oneLine(errorMessage(error))}`,
  )
  return withProblem(staffError("answer_unreadable"))
}

/** Its provider is no longer among the store's. */
export const withoutProvider = (): AtGateway => withProblem(staffError("provider_gone"))

const withProblem = (error: unknown): AtGateway => ({
  ledger: null,
  details: null,
  sellers: null,
  problem: asProblem(error),
})

const asProblem = (error: unknown) => ({
  code: codeOf(error) ?? "gateway_down",
  message: errorMessage(error),
})
