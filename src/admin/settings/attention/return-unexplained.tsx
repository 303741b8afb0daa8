import { Button, Prompt, toast } from "@medusajs/ui"
import { useState } from "react"
import type { AttentionItem } from "../../../admin-client"
import { Failure } from "../../parts/failure"
import { useWords } from "../../use-words"
import { useReturnUnexplained } from "./use-attention"

type Props = { item: AttentionItem; isPermitted: boolean }

/** Sends money back that nobody could place, after saying how much. */
export const ReturnUnexplained = ({ item, isPermitted }: Props) => {
  const { say, money } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const { amount, currency_code, external_id, belongs_to } = item
  const sum = amount !== null && currency_code !== null ? money(amount, currency_code) : null
  const { returnIt, reset, isPending, error } = useReturnUnexplained(external_id, (outcome) => {
    setIsOpen(false)
    if (outcome === "returned") toast.success(say("settings.returning.done"))
    else toast.info(say("settings.returning.gone"))
  })

  return (
    <Prompt
      open={isOpen}
      onOpenChange={(open) => {
        reset()
        setIsOpen(open)
      }}
    >
      <Prompt.Trigger asChild>
        <Button size="small" variant="secondary" disabled={!isPermitted}>
          {say("settings.attention.return")}
        </Button>
      </Prompt.Trigger>
      <Prompt.Content className="max-sm:w-[calc(100%-16px)]">
        <Prompt.Header>
          <Prompt.Title>
            {sum
              ? say("settings.returning.title", { amount: sum })
              : say("settings.returning.title_no_amount")}
          </Prompt.Title>
          <Prompt.Description>
            {sum
              ? say("settings.returning.body", { amount: sum, external_id })
              : say("settings.returning.body_no_amount", { external_id })}{" "}
            {say("settings.returning.shopper")}
          </Prompt.Description>
          {belongs_to && (
            <p className="txt-compact-medium text-ui-fg-base">
              {say("settings.returning.belongs", {
                order: say("settings.order", { number: belongs_to.display_id }),
              })}
            </p>
          )}
          {error && <Failure error={error} />}
        </Prompt.Header>
        <Prompt.Footer>
          <Prompt.Cancel disabled={isPending}>{say("settings.returning.cancel")}</Prompt.Cancel>
          <Button size="small" variant="danger" isLoading={isPending} onClick={returnIt}>
            {sum
              ? say("settings.returning.confirm", { amount: sum })
              : say("settings.returning.confirm_no_amount")}
          </Button>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
