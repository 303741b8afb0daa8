import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { PaymentRow } from "../../../../../admin-client/payments-table"
import { kyivDay } from "../../../../../core/kyiv-day"
import { shopperLanguage } from "../../../../../messages/language"
import { asCsvFile } from "../../csv"
import { findPayments } from "../find-payments"
import { type PaymentsFilter, readExportQuery } from "../read-payments-query"
import { readRows } from "../read-rows"
import { paymentsCsv } from "./payments-csv"

const PAGE = 500

/**
 * The rows of `GET /admin/rozetkapay/payments` with the same filters, all of them, as CSV: for the
 * accountant. Its first line and the states are in Ukrainian or English, as `Accept-Language` prefers.
 *
 * 400 `query_unreadable`. A file that could not be read to its end is broken off, and never looks whole.
 */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const filter = readExportQuery(req.query)
  const pages = pagesOf(req.scope, filter)
  // Before anything is sent: what can't be begun is an error as any other.
  const first = await pages.next()
  asCsvFile(res, `rozetkapay-payments-${kyivDay(new Date())}`).setHeader(
    "Cache-Control",
    "no-store",
  )
  const language = shopperLanguage(req.get("accept-language"))
  const text = paymentsCsv(startingWith(first, pages), language)
  // Whoever stops listening has seen enough.
  await pipeline(Readable.from(text), res).catch(() => res.destroy())
}

type Pages = AsyncGenerator<PaymentRow[], void>

async function* startingWith(first: IteratorResult<PaymentRow[], void>, rest: Pages): Pages {
  if (first.done) return
  yield first.value
  yield* rest
}

/** Each page begins below the last row of the page before, so the way through is as long as the table. */
async function* pagesOf(container: MedusaContainer, filter: PaymentsFilter): Pages {
  let after: string | undefined
  for (;;) {
    const found = await findPayments(container, filter, { limit: PAGE, after })
    yield await readRows(container, found)
    after = found.at(-1)?.key
    if (found.length < PAGE || after === undefined) return
  }
}
