import { ArrowUpRightOnBox } from "@medusajs/icons"
import { useWords } from "../use-words"

/** To a page of RozetkaPay's or the tax office's, which learns nothing of where the reader came from. */
export const OutsideLink = ({ href, children }: { href: string; children: string }) => {
  const { say } = useWords()
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className="text-ui-fg-base inline-flex items-center gap-x-1 underline underline-offset-2"
    >
      {children}
      <ArrowUpRightOnBox aria-hidden />
      <span className="sr-only">{say("shared.opens_tab")}</span>
    </a>
  )
}
