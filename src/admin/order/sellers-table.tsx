import { clx } from "@medusajs/ui"
import type { SellerOfPayment } from "../../admin-client"
import { useWords } from "../use-words"

const SUMS = ["held", "captured", "refunded"] as const
const CELL = "txt-compact-small py-1.5 pl-2 text-right tabular-nums"

type Props = { sellers: SellerOfPayment[]; currency: string }

/** Whose money it is, of a marketplace's payment. */
export const SellersTable = ({ sellers, currency }: Props) => {
  const { say, money } = useWords()
  return (
    <div className="overflow-x-auto">
      <table className="w-full">
        <caption className="txt-compact-small-plus text-ui-fg-base pb-1 text-left">
          {say("order.sellers.title")}
        </caption>
        <thead>
          <tr className="text-ui-fg-subtle">
            <th scope="col" className="txt-compact-small py-1.5 text-left font-medium">
              {say("order.sellers.seller")}
            </th>
            {SUMS.map((sum) => (
              <th key={sum} scope="col" className={clx(CELL, "font-medium")}>
                {say(`order.sums.${sum}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sellers.map((seller) => (
            <tr key={seller.external_id} className="text-ui-fg-subtle">
              <th
                scope="row"
                className="txt-compact-small break-words py-1.5 text-left font-normal"
              >
                {seller.name ?? seller.key ?? say("order.sellers.nameless")}
              </th>
              {SUMS.map((sum) => (
                <td key={sum} className={CELL}>
                  {money(seller[sum], currency)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
