import type { PaymentOfOrder } from "../../admin-client"
import { CopyIcon } from "../parts/copy-icon"
import { Fact, FactList } from "../parts/fact-list"
import { Folded } from "../parts/folded"
import { useProviderName } from "../use-provider-name"
import { useWords } from "../use-words"

type Props = Pick<
  PaymentOfOrder,
  "external_id" | "rozetkapay_id" | "payment_id" | "provider_id" | "provider_title"
>

/** By which RozetkaPay, Medusa and support know the payment. */
export const NumbersForSupport = (payment: Props) => {
  const { say } = useWords()
  const nameOf = useProviderName()
  const ids = (["external_id", "rozetkapay_id", "payment_id"] as const).flatMap((key) => {
    const id = payment[key]
    return id === null ? [] : [{ name: say(`order.ids.${key}`), id }]
  })
  return (
    <Folded title={say("order.ids.title")}>
      <FactList>
        {ids.map(({ name, id }) => (
          <Fact key={name} name={name}>
            <span className="flex items-start gap-x-1">
              <code className="txt-compact-xsmall min-w-0 break-all">{id}</code>
              <CopyIcon text={id} name={name} />
            </span>
          </Fact>
        ))}
        <Fact name={say("order.ids.provider")}>
          {nameOf({ id: payment.provider_id, title: payment.provider_title })}
          <code className="txt-compact-xsmall text-ui-fg-subtle block break-all">
            {payment.provider_id}
          </code>
        </Fact>
      </FactList>
    </Folded>
  )
}
