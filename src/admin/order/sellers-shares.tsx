import { Heading, Text } from "@medusajs/ui"
import type { SellerOfPayment } from "../../admin-client"
import { Fact, FactList } from "../parts/fact-list"
import { useWords } from "../use-words"

const SUMS = ["held", "captured", "refunded"] as const

type Props = { sellers: SellerOfPayment[]; currency: string }

/** Whose money it is, of a marketplace's payment. */
export const SellersShares = ({ sellers, currency }: Props) => {
  const { say, money } = useWords()
  return (
    <>
      <Heading level="h3" className="txt-compact-small-plus">
        {say("order.sellers.title")}
      </Heading>
      <ul className="flex flex-col gap-y-4">
        {sellers.map((seller) => (
          <li key={seller.external_id} className="border-ui-border-base border-l-2 pl-3">
            <Text size="small" leading="compact" weight="plus" className="break-words pb-2">
              {seller.name ?? seller.key ?? say("order.sellers.nameless")}
            </Text>
            <FactList>
              {SUMS.map((sum) => (
                <Fact key={sum} name={say(`order.sums.${sum}`)}>
                  {money(seller[sum], currency)}
                </Fact>
              ))}
            </FactList>
          </li>
        ))}
      </ul>
    </>
  )
}
