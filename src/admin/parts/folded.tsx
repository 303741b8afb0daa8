import type { ReactNode } from "react"

/** What most readers do not need: folded, and found by its heading. */
export const Folded = ({ title, children }: { title: string; children: ReactNode }) => (
  <details>
    <summary className="txt-compact-small-plus text-ui-fg-subtle cursor-pointer">{title}</summary>
    <div className="pt-3">{children}</div>
  </details>
)
