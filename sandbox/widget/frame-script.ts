import type { FrameTexts } from "./frame-texts"

/**
 * What /widget/frame.js does inside the frame: shows the form, exchanges the card for a token at
 * the sandbox, hands the token over to the page that embeds it. Sent to the browser as text, so
 * everything it uses is inside it.
 */
export function frameScript(textsByLanguage: Record<string, FrameTexts>): void {
  type FieldName = "card" | "expiry" | "cvv"
  type Field = { box: HTMLElement; input: HTMLInputElement; error: HTMLElement }

  const read = (from: unknown, name: string): unknown =>
    typeof from === "object" && from !== null ? Reflect.get(from, name) : undefined
  const textOf = (value: unknown, otherwise: string): string =>
    typeof value === "string" && value !== "" ? value : otherwise

  const receive = (event: MessageEvent) => {
    const [port] = event.ports
    if (event.source !== window.parent || !port || read(event.data, "rozetkapay") !== "init") return
    window.removeEventListener("message", receive)
    mount(read(event.data, "params"), port)
  }
  window.addEventListener("message", receive)

  const mount = (params: unknown, port: MessagePort) => {
    const asked = textOf(read(params, "lang"), "uk")
    const language = asked in textsByLanguage ? asked : "uk"
    const texts = textsIn(language, read(params, "locale"))
    if (!texts) return
    const isFull = read(params, "type") !== "pan_only"
    document.documentElement.lang = language
    document.documentElement.dataset.style = textOf(read(params, "style"), "plain")
    document.documentElement.dataset.template = textOf(read(params, "template"), "plain")

    const form = document.createElement("form")
    form.noValidate = true
    form.autocomplete = "on"
    const fields: Partial<Record<FieldName, Field>> = { card: fieldOf("card", texts.cardNumber) }
    if (isFull) {
      fields.expiry = fieldOf("expiry", texts.expiryDate)
      fields.cvv = fieldOf("cvv", texts.cvv)
      fields.expiry.input.placeholder = `${texts.mm}/${texts.yy}`
      fields.cvv.input.title = texts.hints.cvvHint
    }
    form.append(...Object.values(fields).map(({ box }) => box))
    const button = document.createElement("button")
    button.type = "submit"
    const amount = read(params, "amount")
    button.textContent =
      typeof amount === "number" ? `${texts.submit} ${written(amount, language)}` : texts.submit
    const problem = document.createElement("p")
    problem.className = "problem"
    problem.setAttribute("role", "alert")
    form.append(problem, button)
    document.body.replaceChildren(form)
    tellHeight(port)
    new ResizeObserver(() => tellHeight(port)).observe(document.body)

    form.addEventListener("submit", (event) => {
      event.preventDefault()
      void submit()
    })

    const submit = async () => {
      if (button.disabled) return
      for (const { input, error } of Object.values(fields)) {
        input.removeAttribute("aria-invalid")
        error.textContent = ""
      }
      problem.textContent = ""
      button.disabled = true
      const answer = await exchange(params, fields)
      const token = read(answer, "token")
      if (typeof token === "string") {
        // The form stays locked: a second token would be a second payment. open() shows a new one.
        button.textContent = texts.accepted
        port.postMessage({ token: answer })
        return
      }
      button.disabled = false
      const errors = read(answer, "errors")
      const wrong = Array.isArray(errors) ? errors : []
      if (wrong.length === 0) problem.textContent = texts.failed
      // From the last to the first, so that the first is where the shopper is taken to.
      for (const error of wrong.reverse()) {
        const name = read(error, "field")
        if (name !== "card" && name !== "expiry" && name !== "cvv") continue
        const field = fields[name]
        if (!field) continue
        field.input.setAttribute("aria-invalid", "true")
        field.error.textContent = sentenceOf(name, read(error, "reason"), texts)
        field.input.focus()
      }
    }
  }

  const sentenceOf = (name: FieldName, reason: unknown, texts: FrameTexts): string => {
    if (reason === "unknown") return texts.testCardsOnly
    if (reason === "empty") return texts.empty[name]
    if (name === "card") return texts.errors.cardnumber
    return name === "expiry" ? texts.errors.expiryDate : texts.errors.cvv
  }

  /** The shop's own words over ours, one by one. */
  const textsIn = (language: string, locale: unknown): FrameTexts | null => {
    const ours = textsByLanguage[language]
    if (!ours) return null
    const theirs = read(locale, language)
    const pick = (name: "cardNumber" | "expiryDate" | "cvv" | "submit" | "mm" | "yy") =>
      textOf(read(theirs, name), ours[name])
    const errors = read(theirs, "errors")
    return {
      ...ours,
      cardNumber: pick("cardNumber"),
      expiryDate: pick("expiryDate"),
      cvv: pick("cvv"),
      submit: pick("submit"),
      mm: pick("mm"),
      yy: pick("yy"),
      hints: { cvvHint: textOf(read(read(theirs, "hints"), "cvvHint"), ours.hints.cvvHint) },
      errors: {
        cardnumber: textOf(read(errors, "cardnumber"), ours.errors.cardnumber),
        expiryDate: textOf(read(errors, "expiryDate"), ours.errors.expiryDate),
        cvv: textOf(read(errors, "cvv"), ours.errors.cvv),
      },
    }
  }

  const fieldOf = (name: FieldName, label: string): Field => {
    const box = document.createElement("div")
    const caption = document.createElement("label")
    const input = document.createElement("input")
    const error = document.createElement("p")
    box.className = `field ${name}`
    caption.htmlFor = name
    caption.textContent = label
    input.id = name
    input.name = name
    input.inputMode = "numeric"
    input.autocomplete = name === "card" ? "cc-number" : name === "expiry" ? "cc-exp" : "cc-csc"
    input.maxLength = name === "card" ? 23 : name === "expiry" ? 7 : 4
    input.placeholder = name === "card" ? "0000 0000 0000 0000" : "•••"
    input.setAttribute("aria-describedby", `${name}-error`)
    error.id = `${name}-error`
    error.className = "error"
    error.setAttribute("role", "alert")
    input.addEventListener("input", () => {
      const isAtEnd = input.selectionStart === input.value.length
      if (!isAtEnd) return
      const digits = input.value.replace(/\D/g, "")
      if (name === "card") input.value = digits.replace(/(\d{4})(?=\d)/g, "$1 ")
      if (name === "expiry" && digits.length > 2)
        input.value = `${digits.slice(0, 2)}/${digits.slice(2)}`
    })
    box.append(caption, input, error)
    return { box, input, error }
  }

  const exchange = async (
    params: unknown,
    fields: Partial<Record<FieldName, Field>>,
  ): Promise<unknown> => {
    try {
      const response = await fetch("/widget/tokens", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          key: read(params, "key"),
          type: read(params, "type") === "pan_only" ? "pan_only" : "full_card",
          card: fields.card?.input.value ?? "",
          expiry: fields.expiry?.input.value ?? "",
          cvv: fields.cvv?.input.value ?? "",
        }),
      })
      const answer: unknown = await response.json()
      return answer
    } catch {
      return null
    }
  }

  /** For the shopper's eyes only: the sum that is charged is the shop's own. Hryvnias: no parameter names another. */
  const written = (amount: number, language: string): string =>
    new Intl.NumberFormat(language === "en" ? "en-GB" : language, {
      style: "currency",
      currency: "UAH",
      currencyDisplay: "narrowSymbol",
    }).format(amount)

  const tellHeight = (port: MessagePort) => {
    port.postMessage({ height: Math.ceil(document.body.getBoundingClientRect().height) })
  }
}
