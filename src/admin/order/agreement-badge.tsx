import { StatusBadge } from "@medusajs/ui"
import type { Agreement } from "../../admin-client"
import { useWords } from "../use-words"

const COLORS = { agrees: "green", differs: "red", unknown: "orange" } as const

/** One word, whose meaning does not hang on its colour. */
export const AgreementBadge = ({ is }: Pick<Agreement, "is">) => {
  const { say } = useWords()
  return (
    <StatusBadge
      color={COLORS[is]}
      className="shrink-0 text-nowrap"
      title={say(`order.agreement.${is}_about`)}
    >
      {say(`order.agreement.${is}`)}
    </StatusBadge>
  )
}
