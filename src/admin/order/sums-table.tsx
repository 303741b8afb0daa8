import { clx } from "@medusajs/ui"
import type { PaymentOfOrder, Sums } from "../../admin-client"
import { isSame } from "../decimal"
import { useWords } from "../use-words"

const SUMS = ["authorized", "held", "captured", "canceled", "refunded"] as const

const CELL = "txt-compact-small py-1.5 text-right tabular-nums"

type Props = Pick<PaymentOfOrder, "store" | "gateway" | "currency_code">

/** Both ledgers side by side. A sum that differs is said to, not only coloured. */
export const SumsTable = ({ store, gateway, currency_code }: Props) => {
  const { say, money } = useWords()
  const differs = (sum: keyof Sums) => gateway !== null && !isSame(store[sum], gateway[sum])
  return (
    <table className="w-full">
      <caption className="sr-only">{say("order.sums.caption")}</caption>
      <thead>
        <tr className="text-ui-fg-subtle">
          <th scope="col" className="text-left">
            <span className="sr-only">{say("order.sums.sum")}</span>
          </th>
          <th scope="col" className={clx(CELL, "font-medium")}>
            {say("order.sums.store")}
          </th>
          <th scope="col" className={clx(CELL, "font-medium")}>
            {say("order.sums.gateway")}
          </th>
        </tr>
      </thead>
      <tbody>
        {SUMS.map((sum) => (
          <tr key={sum} className={clx("text-ui-fg-subtle", differs(sum) && "text-ui-fg-error")}>
            <th scope="row" className="txt-compact-small py-1.5 pr-2 text-left font-normal">
              {say(`order.sums.${sum}`)}
              {differs(sum) && ` ${say("order.sums.differs")}`}
            </th>
            <td className={CELL}>{money(store[sum], currency_code)}</td>
            <td className={clx(CELL, "pl-2")}>
              {gateway ? money(gateway[sum], currency_code) : say("order.sums.not_known")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
