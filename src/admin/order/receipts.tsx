import type { FiscalReceipt, PaymentOfOrder } from "../../admin-client"
import { Fact } from "../parts/fact-list"
import { OutsideLink } from "../parts/outside-link"
import { useWords } from "../use-words"
import { webAddress } from "./web-address"

type Props = Pick<PaymentOfOrder, "receipt_url" | "fiscal_receipts">

/** RozetkaPay's receipt, and those of the tax office with their status in words. */
export const Receipts = ({ receipt_url, fiscal_receipts }: Props) => {
  const { say } = useWords()
  const receipt = webAddress(receipt_url)
  return (
    <>
      {receipt && (
        <Fact name={say("order.receipts.receipt")}>
          <OutsideLink href={receipt}>{say("order.receipts.open")}</OutsideLink>
        </Fact>
      )}
      {fiscal_receipts.map((one) => (
        <Fiscal key={`${one.movement} ${one.url} ${one.status}`} {...one} />
      ))}
    </>
  )
}

const Fiscal = ({ movement, status, description, url }: FiscalReceipt) => {
  const { say } = useWords()
  const address = webAddress(url)
  return (
    <Fact
      name={say("order.receipts.fiscal", { movement: say(`order.receipts.movement.${movement}`) })}
    >
      <span className="block">{description ?? status}</span>
      {address && <OutsideLink href={address}>{say("order.receipts.open_fiscal")}</OutsideLink>}
    </Fact>
  )
}
