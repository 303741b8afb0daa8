import { Alert } from "@medusajs/ui"
import type { Agreement } from "../../admin-client"
import { TechnicalDetails } from "../parts/technical-details"
import { useWords } from "../use-words"

type Props = { agreement: Agreement; currency: string }

/** What differs, since when, and what to do about it. Nothing, when the ledgers agree. */
export const AgreementNote = ({ agreement, currency }: Props) => {
  const { say, hasText, money, time, relative } = useWords()
  switch (agreement.is) {
    case "agrees":
      return null
    case "unknown": {
      const key = `order.unknown.${agreement.code}`
      return (
        <Alert variant="warning">
          <p>{say(hasText(key) ? key : "order.unknown.other")}</p>
          <TechnicalDetails text={`code: ${agreement.code}\n${agreement.message}`} />
        </Alert>
      )
    }
    case "differs":
      return (
        <Alert variant="error">
          <ul>
            {agreement.differences.map(({ sum, store, gateway }) => (
              <li key={sum}>
                {say("order.agreement.difference", {
                  sum: say(`order.sums.${sum}`),
                  store: money(store, currency),
                  gateway: money(gateway, currency),
                })}
              </li>
            ))}
          </ul>
          {agreement.since && (
            <p>
              {say("order.agreement.since", {
                time: time(agreement.since),
                relative: relative(agreement.since),
              })}
            </p>
          )}
          <p className="mt-1">{say(`order.agreement.next.${agreement.next}`)}</p>
        </Alert>
      )
  }
}
