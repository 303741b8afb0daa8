import { Container, Heading, Text } from "@medusajs/ui"
import { useId } from "react"
import type { TryOfOrder } from "../../admin-client"
import { useWords, type Words } from "../use-words"
import { toldShopper } from "./code-sentence"

/** What the shopper began, and what became no payment: for whoever answers them on the phone. */
export const TriesCard = ({ tries }: { tries: TryOfOrder[] }) => {
  const words = useWords()
  const heading = useId()
  return (
    <Container role="region" aria-labelledby={heading} className="divide-y p-0">
      <Heading level="h2" id={heading} className="px-6 py-4">
        {words.say("order.tries.title")}
      </Heading>
      <ol className="flex flex-col gap-y-4 px-6 py-4">
        {tries.map((one) => (
          <Try key={one.session_id} {...one} words={words} />
        ))}
      </ol>
    </Container>
  )
}

const Try = ({ words, ...one }: TryOfOrder & { words: Words }) => {
  const { say, money, time } = words
  const { at, amount, currency_code, is, code } = one
  return (
    <li className="border-ui-border-base border-l-2 pl-3">
      <Text size="small" leading="compact" weight="plus">
        {amount !== null && `${money(amount, currency_code)} · `}
        {say(`order.tries.${is}`)}
      </Text>
      <Text size="small" leading="compact" className="text-ui-fg-subtle pt-1">
        {at === null ? say("order.timeline.no_time") : <time dateTime={at}>{time(at)}</time>}
      </Text>
      {is === "declined" && (
        <Text size="small" leading="compact" className="break-words pt-1">
          {toldShopper(code, words)}
        </Text>
      )}
      {code && (
        <code className="txt-compact-xsmall text-ui-fg-subtle block break-all pt-1">{code}</code>
      )}
    </li>
  )
}
