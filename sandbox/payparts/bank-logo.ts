const COLOURS: Record<string, string> = {
  monobank: "#1b1b1b",
  privatbank: "#5f9e1f",
  rozetkapay: "#00873f",
  abank: "#00a651",
  oschadbank: "#00604c",
  izibank: "#d6336c",
}

/** A stand-in for the bank's own logo: its first letter. */
export const bankLogo = (name: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64" role="img" aria-label="${name}"><rect width="64" height="64" rx="16" fill="${
    COLOURS[name] ?? "#5c6a63"
  }"/><text x="32" y="43" font-family="system-ui,sans-serif" font-size="32" font-weight="700" fill="#fff" text-anchor="middle">${name.slice(0, 1).toUpperCase()}</text></svg>`
