import {
  type CardToken,
  type CardWidget,
  type CardWidgetParams,
  type CardWidgetTexts,
  WidgetError,
  type WidgetLanguage,
} from "./card-widget"
import { loadWidget, type WidgetScript } from "./load-widget"

export type CardFormOptions = WidgetScript & {
  /** The widget key that RozetkaPay has issued. It is public. */
  key: string
  /** An element of the page, or its id. */
  element: HTMLElement | string
  /**
   * Gets the token that the shopper's card became. It works once: after a decline mount a
   * new form. While a promise of yours is open, a second press in the form is ignored.
   */
  onToken: (token: CardToken) => void | Promise<void>
  /** The form can't be shown, or your `onToken` has failed. */
  onError?: (error: unknown) => void
  /** Shown in the form, such as 350.5. What is charged is the payment session's amount. */
  amount?: number
  /** Of the shopper, such as "uk" or "en-US": the form speaks Ukrainian, English or Polish. */
  locale?: string
  texts?: CardWidgetTexts
  style?: string
  template?: string
  /** pan_only takes the number alone, for payouts: nothing can be paid with such a token. */
  type?: "full_card" | "pan_only"
  customer?: { id?: string; email?: string; country?: string; city?: string; ip?: string }
}

export type CardForm = {
  /** Settles when the widget says that it is there, or why it is not. Need not be awaited. */
  ready: Promise<void>
  /** Takes the form away, also one that is still on its way. */
  close(): void
}

const READY = "widget-init-ready"
const REFUSED = "widget-init-error"

/**
 * Puts RozetkaPay's card form into the page. The card's number never passes through
 * the page's own code.
 *
 * @returns at once, so that a framework can close the form before it has come
 */
export const mountCardForm = (options: CardFormOptions): CardForm => {
  let widget: CardWidget | undefined
  let heard: Heard | undefined
  let isClosed = false
  const show = async () => {
    const widgets = await loadWidget(options)
    if (isClosed) return
    const selector = idOf(options.element)
    heard = listen(options.timeoutMs)
    try {
      widget = widgets.init(paramsOf(options, selector, () => isClosed))
      widget.open()
    } catch (error) {
      heard.stop()
      throw error
    }
    await heard.answer
  }
  const ready = show()
  ready.catch((error) => {
    if (!isClosed) options.onError?.(error)
  })
  return {
    ready,
    close: () => {
      if (isClosed) return
      isClosed = true
      heard?.stop()
      widget?.close()
    },
  }
}

const paramsOf = (
  options: CardFormOptions,
  selector: string,
  isClosed: () => boolean,
): CardWidgetParams => {
  const { key, amount, locale, texts, style, template, type, customer } = options
  const known = {
    amount,
    lang: locale === undefined ? undefined : languageOf(locale),
    locale: texts,
    style,
    template,
    type,
    customer_id: customer?.id,
    customer_email: customer?.email,
    customer_country: customer?.country,
    customer_city: customer?.city,
    customer_ip: customer?.ip,
  }
  const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
  return { key, mode: "inline", selector, ...given, onToken: oneAtATime(options, isClosed) }
}

const oneAtATime = ({ onToken, onError }: CardFormOptions, isClosed: () => boolean) => {
  let isBusy = false
  return async (token: CardToken) => {
    if (isBusy || isClosed()) return
    isBusy = true
    try {
      await onToken(token)
    } catch (error) {
      onError?.(error)
    } finally {
      isBusy = false
    }
  }
}

/** The language of the form for a shopper's locale; Ukrainian when it has none of its own. */
export const languageOf = (locale: string): WidgetLanguage => {
  const [language] = locale.toLowerCase().split(/[-_]/)
  return language === "en" || language === "pl" ? language : "uk"
}

let named = 0

/** The widget wants an id: an element without one gets one. */
const idOf = (given: HTMLElement | string): string => {
  const element =
    typeof given === "string" ? document.getElementById(given.replace(/^#/, "")) : given
  if (!element?.isConnected) {
    throw new WidgetError(
      "no_element",
      "The element for RozetkaPay's card form is not in the page.",
    )
  }
  if (!element.id) element.id = `rozetkapay-card-form-${++named}`
  return element.id
}

const PATIENCE_MS = 15_000

type Heard = { answer: Promise<void>; stop(): void }

/** What the widget's events say of the form that is being made; they come to the document. */
const listen = (timeoutMs = PATIENCE_MS): Heard => {
  let stop = () => {}
  const answer = new Promise<void>((resolve, reject) => {
    const fail = (error: WidgetError) => {
      reject(error)
      stop()
    }
    const onRefused = (event: Event) =>
      fail(new WidgetError("refused", `RozetkaPay's widget did not start: ${reasonIn(event)}`))
    const patience = setTimeout(
      () =>
        fail(new WidgetError("timeout", `RozetkaPay's card form did not come in ${timeoutMs} ms.`)),
      timeoutMs,
    )
    stop = () => {
      clearTimeout(patience)
      document.removeEventListener(READY, stop)
      document.removeEventListener(REFUSED, onRefused)
      resolve()
    }
    document.addEventListener(READY, stop)
    document.addEventListener(REFUSED, onRefused)
  })
  return { answer, stop }
}

const reasonIn = (event: Event): string => {
  const told: unknown = "detail" in event ? event.detail : null
  return typeof told === "object" && told && "message" in told ? String(told.message) : "no reason"
}
