import type { ReactNode } from "react"

/** Names and values, as Medusa's own sections have them. */
export const FactList = ({ children }: { children: ReactNode }) => (
  <dl className="flex flex-col gap-y-2">{children}</dl>
)

type FactProps = { name: string; children: ReactNode }

export const Fact = ({ name, children }: FactProps) => (
  <div className="txt-compact-small grid grid-cols-[2fr_3fr] items-start gap-x-3">
    <dt className="text-ui-fg-subtle">{name}</dt>
    <dd className="text-ui-fg-base min-w-0 break-words">{children}</dd>
  </div>
)
