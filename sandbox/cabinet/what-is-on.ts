import { toDecimal } from "../money"
import { defaultQuirks } from "../quirks"
import type { World } from "../world"
import type { Cabinet } from "./cabinet"
import { switchesTextsIn } from "./switches-texts"

/** A sentence for every switch that makes this gateway another than the usual one. */
export function whatIsOn(world: World, { language }: Cabinet): string[] {
  const words = switchesTextsIn(language)
  const often = (times: number) => (times === 0 ? words.untilCleared : `${words.left} ${times}`)
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
          `${kind}: ${endpoint === "*" ? words.everyEndpoint : endpoint}`,
          ms === undefined ? "" : `${ms} ms`,
          external_id ?? "",
          often(times === 0 ? 0 : times - hits),
        ]
          .filter(Boolean)
          .join(", "),
      ),
    ...world.banks
      .list()
      .flatMap(({ name, refusal }) => (refusal ? [refused(name, refusal, often)] : [])),
    ...world.sellers.list().map(([api_key, refusal]) => refused(api_key, refusal, often)),
    ...world.recurrents
      .list()
      .flatMap(({ recurrent_id, refusal }) =>
        refusal ? [refused(recurrent_id, { ...refusal, operation: "recurrent" }, often)] : [],
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
  { code, operation, times }: { code: string; operation: string; times: number },
  often: (times: number) => string,
): string => `${who}: ${operation} → ${code}, ${often(times)}`
