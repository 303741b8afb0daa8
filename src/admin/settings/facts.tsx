import type { ReactNode } from "react"

/** What is known of a thing: a list of names and values, side by side where there is room. */
export const Facts = ({ children }: { children: ReactNode }) => (
  <dl className="divide-y">{children}</dl>
)

export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="text-ui-fg-subtle grid grid-cols-1 gap-x-4 gap-y-1 px-6 py-3 md:grid-cols-2">
    <dt className="txt-compact-small-plus">{name}</dt>
    <dd className="txt-compact-small min-w-0">{children}</dd>
  </div>
)

/** What to do about it, below what is so. */
export const Hint = ({ children }: { children: ReactNode }) => (
  <p className="txt-small text-ui-fg-subtle mt-1">{children}</p>
)
