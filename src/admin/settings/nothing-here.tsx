import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"

type Props = { title: string; text?: string; icon?: ReactNode }

/** Instead of a list that is empty. */
export const NothingHere = ({ title, text, icon }: Props) => (
  <div className="flex flex-col items-center gap-y-2 px-6 py-12 text-center">
    {icon}
    <Text size="small" weight="plus">
      {title}
    </Text>
    {text && (
      <Text size="small" className="text-ui-fg-subtle">
        {text}
      </Text>
    )}
  </div>
)
