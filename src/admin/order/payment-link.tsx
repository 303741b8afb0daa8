import { Button, Input } from "@medusajs/ui"
import type { OrderPayments } from "../../admin-client"
import { CopyButton } from "../parts/copy-button"
import { useWords } from "../use-words"

type Props = { url: string; amount: string; order: OrderPayments["order"] }

/** Copied, mailed by the user's own program, or shared by the telephone. */
export const PaymentLink = ({ url, amount, order }: Props) => {
  const { say } = useWords()
  const number = order.display_id
  const subject = say("order.link.subject", { number })
  const body = say("order.link.body", { number, amount, url })
  const letter = `mailto:${encodeURIComponent(order.email ?? "")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
  return (
    <>
      <div className="w-full">
        <Input
          readOnly
          value={url}
          aria-label={say("order.link.url")}
          onFocus={(event) => event.target.select()}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={url} label={say("order.link.copy")} />
        <Button size="small" variant="secondary" asChild>
          <a href={letter}>{say("order.link.mail")}</a>
        </Button>
        {typeof navigator.share === "function" && (
          <Button
            size="small"
            variant="secondary"
            // Whoever closes the telephone's sheet has changed their mind: nothing went wrong.
            onClick={() => navigator.share({ title: subject, text: subject, url }).catch(() => {})}
          >
            {say("order.link.share")}
          </Button>
        )}
      </div>
    </>
  )
}
