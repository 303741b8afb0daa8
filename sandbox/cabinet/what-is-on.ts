import { toDecimal } from "../money"
import { defaultQuirks } from "../quirks"
import type { World } from "../world"
import type { Cabinet } from "./cabinet"
import { type SwitchesTexts, switchesTextsIn } from "./switches-texts"

type Operation = keyof SwitchesTexts["operations"]

/** A sentence for every switch that makes this gateway another than the usual one. */
export function whatIsOn(world: World, { language }: Cabinet): string[] {
  const words = switchesTextsIn(language)
  const often = (times: number) => (times === 0 ? words.untilCleared : `${words.left} ${times}`)
  const of = <Refusal extends { operation: Operation }>(refusal: Refusal) => ({
    ...refusal,
    what: words.operations[refusal.operation],
  })
  const { mode, late_ms } = world.desk.mode
  const usual = new Map(Object.entries(defaultQuirks()))
  return [
    ...(mode === "normal"
      ? []
      : [
          `${words.callbacks}: ${words.modes[mode]}${late_ms === undefined ? "" : ` (${late_ms} ms)`}`,
        ]),
    ...world.faults
      .list()
      .map(({ endpoint, kind, times, hits, ms, external_id }) =>
        [
          `${words.faultKinds[kind]} (${kind}): ${endpoint === "*" ? words.everyEndpoint : endpoint}`,
          ms === undefined ? "" : `${ms} ms`,
          external_id ?? "",
          often(times === 0 ? 0 : times - hits),
        ]
          .filter(Boolean)
          .join(", "),
      ),
    ...world.banks
      .list()
      .flatMap(({ name, refusal }) => (refusal ? [refused(name, of(refusal), often)] : [])),
    ...world.sellers.list().map(([api_key, refusal]) => refused(api_key, of(refusal), often)),
    ...world.recurrents
      .list()
      .flatMap(({ recurrent_id, refusal }) =>
        refusal ? [refused(recurrent_id, { ...refusal, what: words.recurrent }, often)] : [],
      ),
    ...world.merchants
      .list()
      .flatMap(({ login, balance, not_allowed }) => [
        ...(balance === null ? [] : [`${login}: ${words.balance} ${toDecimal(balance, "UAH")}`]),
        ...not_allowed.map(
          (product) => `${login}: ${words.notAllowed.toLowerCase()} ${words.products[product]}`,
        ),
      ]),
    ...(world.info.state().stopped ? [words.stopped] : []),
    ...Object.entries(world.quirks)
      .filter(([name, value]) => usual.get(name) !== value)
      .map(([name, value]) => `${name}: ${value}`),
  ]
}

const refused = (
  who: string,
  { code, what, times }: { code: string; what: string; times: number },
  often: (times: number) => string,
): string => `${who}: ${what} → ${code}, ${often(times)}`
