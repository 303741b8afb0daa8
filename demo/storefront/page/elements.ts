type Child = Node | string | undefined | false

type Attributes = Record<string, string | boolean | undefined> & {
  onclick?: never
}

/** Makes an element; text is always set as text, so nothing that comes from the store can become markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "")
    else if (value !== undefined && value !== false) made.setAttribute(key, value)
  }
  made.append(...children.filter((child) => child !== undefined && child !== false))
  return made
}

/** A button that can be pressed once at a time. */
export function button(
  label: string,
  attributes: Attributes,
  press: () => Promise<void> | void,
): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, label)
  made.addEventListener("click", async () => {
    if (made.getAttribute("aria-busy")) return
    made.setAttribute("aria-busy", "true")
    try {
      await press()
    } finally {
      made.removeAttribute("aria-busy")
    }
  })
  return made
}

const tidies: (() => void)[] = []

/** Called whenever the page was drawn anew, to tidy up after what is no longer in it. */
export const onShown = (tidy: () => void) => void tidies.push(tidy)

export function show(...children: Child[]): void {
  const view = document.getElementById("view")
  view?.replaceChildren(...children.filter((child) => child !== undefined && child !== false))
  for (const tidy of tidies) tidy()
}
