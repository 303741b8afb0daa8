import { callbackModeShape, FLUSH_ORDERS } from "../callbacks"
import { ENDPOINTS, FAULT_KINDS } from "../faults"
import { PRODUCTS } from "../merchants"
import { toDecimal } from "../money"
import { type Html, html } from "../pages/html"
import type { World } from "../world"
import type { Cabinet } from "./cabinet"
import { quirksForm } from "./quirks-form"
import { sheet } from "./sheet"
import { type SwitchesTexts, switchesTextsIn } from "./switches-texts"
import { whatIsOn } from "./what-is-on"

const MOVES = ["payment", "confirm", "cancel", "refund"] as const

/** Everything that can be made to go wrong, as plain forms; what is on stands on top. */
export function switchesPage(world: World, cabinet: Cabinet, problem: string | null): string {
  const words = switchesTextsIn(cabinet.language)
  const on = whatIsOn(world, cabinet)
  return sheet(
    cabinet,
    words.title,
    html`<h1>${words.title}</h1><p class="soft">${words.intro}</p>
${problem !== null && html`<p class="alert" role="alert"><b>${cabinet.words.failedTitle}.</b> ${problem}</p>`}
<section class="block${on.length > 0 && " lit"}"><h2>${words.onNow}</h2>${
      on.length === 0
        ? html`<p class="soft">${words.allOff}</p>`
        : html`<ul>${on.map((one) => html`<li>${one}</li>`)}</ul>`
    }<form method="post" class="switch"><button name="do" value="reset" class="main">${words.reset}</button><button name="do" value="forget">${words.forget}</button></form></section>
${callbacks(world, words)}${faults(world, words)}${declines(world, words)}${money(world, words)}${info(world, words)}
<section class="block"><h2>${words.quirks}</h2><p class="soft">${words.quirksIntro}</p>${quirksForm(world.quirks, words)}</section>`,
    "switches",
  )
}

const block = (title: string, intro: string, content: Html): Html =>
  html`<section class="block"><h2>${title}</h2><p class="soft">${intro}</p>${content}</section>`

function callbacks(world: World, words: SwitchesTexts): Html {
  const { mode, late_ms } = world.desk.mode
  const held = world.desk.list().filter(({ state }) => state === "held").length
  return block(
    words.callbacks,
    words.callbacksIntro,
    html`<form method="post" class="switch">${select(
      "mode",
      words.mode,
      callbackModeShape.shape.mode.options.map((one) => [one, words.modes[one]]),
      mode,
    )}${number("late_ms", words.lateMs, late_ms === undefined ? "" : String(late_ms))}${press("callbacks", words.save)}</form>${
      held > 0 &&
      html`<form method="post" class="switch"><p>${words.held} <b>${held}</b></p>${select(
        "order",
        words.mode,
        FLUSH_ORDERS.map((one) => [one, words.orders[one]]),
      )}${press("flush", words.flush)}</form>`
    }`,
  )
}

const faults = (world: World, words: SwitchesTexts): Html =>
  block(
    words.faults,
    words.faultsIntro,
    html`<form method="post" class="switch">${select("endpoint", words.endpoint, [
      ["*", words.everyEndpoint],
      ...ENDPOINTS.map((one): [string, string] => [one, one]),
    ])}${select(
      "kind",
      words.kind,
      FAULT_KINDS.map((one) => [one, words.faultKinds[one]]),
    )}${number("times", words.times, "1")}${number("ms", words.ms)}${number("reset", words.resetSeconds)}${text(
      "external_id",
      words.externalId,
    )}${press("fault", words.set)}</form>${
      world.faults.list().length > 0 &&
      html`<form method="post" class="switch">${press("clear-faults", words.clearFaults)}</form>`
    }`,
  )

function declines(world: World, words: SwitchesTexts): Html {
  const moves = MOVES.map((one): [string, string] => [one, words.operations[one]])
  const recurrents = world.recurrents.list()
  return block(
    words.declines,
    words.declinesIntro,
    html`<form method="post" class="switch">${select(
      "name",
      words.bank,
      world.banks.list().map(({ name }) => [name, name]),
    )}${select("operation", words.operation, moves)}${text("code", words.code)}${number("times", words.times, "1")}${press("bank", words.set)}</form>
<form method="post" class="switch">${text("api_key", words.seller, true)}${select("operation", words.operation, moves)}${text(
      "code",
      words.code,
    )}${number("times", words.times, "1")}${check("whole_batch", "yes", words.wholeBatch, false)}${press("seller", words.set)}</form>${
      recurrents.length > 0 &&
      html`<form method="post" class="switch">${select(
        "recurrent_id",
        words.recurrent,
        recurrents.map(({ recurrent_id }) => [recurrent_id, recurrent_id]),
      )}${text("code", words.code)}${number("times", words.times, "1")}${press("recurrent", words.set)}</form>`
    }`,
  )
}

const money = (world: World, words: SwitchesTexts): Html =>
  block(
    words.merchant,
    words.merchantIntro,
    html`${world.merchants
      .list()
      .map(
        ({ login, name, balance, not_allowed }) =>
          html`<form method="post" class="switch"><fieldset><legend>${name} · ${login}</legend><input type="hidden" name="login" value="${login}">${text(
            "balance",
            words.balance,
            false,
            balance === null ? "" : toDecimal(balance, "UAH"),
          )}${PRODUCTS.map((product) =>
            check(
              "not_allowed",
              product,
              `${words.notAllowed} ${words.products[product]}`,
              not_allowed.includes(product),
            ),
          )}${press("merchant", words.save)}</fieldset></form>`,
      )}`,
  )

const info = (world: World, words: SwitchesTexts): Html =>
  block(
    words.info,
    words.infoIntro,
    world.info.state().stopped
      ? html`<form method="post" class="switch">${press("info-go", words.letGo)}</form>`
      : html`<form method="post" class="switch">${number("calls", words.infoCalls, "0")}${press("info-stop", words.stop)}</form>`,
  )

const press = (what: string, label: string): Html =>
  html`<button name="do" value="${what}">${label}</button>`

const select = (name: string, label: string, options: [string, string][], chosen?: string): Html =>
  html`<label>${label}<select name="${name}">${options.map(
    ([value, shown]) =>
      html`<option value="${value}"${value === chosen && html` selected`}>${shown}</option>`,
  )}</select></label>`

const text = (name: string, label: string, isRequired = false, value = ""): Html =>
  html`<label>${label}<input name="${name}" value="${value}"${isRequired && html` required`}></label>`

const number = (name: string, label: string, value = ""): Html =>
  html`<label>${label}<input name="${name}" value="${value}" inputmode="numeric" pattern="[0-9]*"></label>`

const check = (name: string, value: string, label: string, isOn: boolean): Html =>
  html`<label class="check"><input type="checkbox" name="${name}" value="${value}"${isOn && html` checked`}>${label}</label>`
