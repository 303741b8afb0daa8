import { Link } from "react-router-dom"
import type { OrderName } from "../../admin-client"
import { useWords } from "../use-words"

type Props = {
  order: OrderName | null
  /** In a column of orders the number says it all. */
  isShort?: boolean
}

/** Leads to the order's page, where its money is seen and moved. */
export const OrderLink = ({ order, isShort = false }: Props) => {
  const { say } = useWords()
  if (!order) return <span>{isShort ? "–" : say("settings.no_order")}</span>
  return (
    <Link
      to={`/orders/${order.id}`}
      className="text-ui-fg-base focus-visible:shadow-borders-focus whitespace-nowrap rounded-sm underline underline-offset-2 outline-none"
    >
      {isShort ? `#${order.display_id}` : say("settings.order", { number: order.display_id })}
    </Link>
  )
}
