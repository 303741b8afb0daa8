import { Button } from "@medusajs/ui"
import { PAYMENT_STATES, type PaymentsQuery } from "../../../admin-client"
import { useProviderName } from "../../use-provider-name"
import { useWords } from "../../use-words"
import { Choice } from "../choice"
import { DayPicker } from "../day-picker"
import { useProviders } from "../providers/use-providers"
import { useAddress } from "../use-address"
import { isFiltered } from "./payments-query"
import { SearchField } from "./search-field"

const ANY = "any"

/** Open to the eye rather than folded into a menu: accountants use each of them every day. */
export const PaymentFilters = ({ asked }: { asked: PaymentsQuery }) => {
  const { say } = useWords()
  const address = useAddress()
  const { data } = useProviders()
  const nameOf = useProviderName()
  const filter = (name: string, value: string | null) =>
    address.change({ [name]: value === ANY ? null : value, offset: null })
  const providers = data?.providers ?? []
  return (
    <search className="flex flex-wrap items-end gap-3 border-t px-6 py-3">
      <SearchField
        text={asked.q ?? ""}
        onChange={(q) => address.change({ q, offset: null }, true)}
      />
      <Choice
        label={say("settings.payments.state")}
        value={asked.state ?? ANY}
        options={[
          { value: ANY, text: say("settings.payments.any_state") },
          ...PAYMENT_STATES.map((value) => ({
            value,
            text: say(`settings.payments.states.${value}`),
          })),
        ]}
        onChange={(state) => filter("state", state)}
      />
      {providers.length > 1 && (
        <Choice
          label={say("settings.provider")}
          value={asked.provider_id ?? ANY}
          options={[
            { value: ANY, text: say("settings.payments.any_provider") },
            ...providers.map((provider) => ({ value: provider.id, text: nameOf(provider) })),
          ]}
          onChange={(id) => filter("provider_id", id)}
        />
      )}
      <div className="flex gap-2">
        <DayPicker
          label={say("settings.period.from")}
          day={asked.from ?? null}
          onChange={(day) => filter("from", day)}
        />
        <DayPicker
          label={say("settings.period.to")}
          day={asked.to ?? null}
          onChange={(day) => filter("to", day)}
        />
      </div>
      {isFiltered(asked) && (
        <Button
          size="small"
          variant="transparent"
          onClick={() => address.open({ tab: "payments" })}
        >
          {say("settings.payments.clear")}
        </Button>
      )}
    </search>
  )
}
