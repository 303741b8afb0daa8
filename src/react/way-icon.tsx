import type { ReactElement, ReactNode } from "react"
import { webAddress } from "../storefront/web-address"

/** Lines in the text's colour, 24 by 24. The name beside it says what it means. */
const PICTURES: Readonly<Record<string, string>> = {
  card: "M3 6h18v12H3zM3 10h18M6 15h4",
  "saved-card":
    "M3 6h18v12H3zM3 10h18M12 16.5l-1.8-1.7a1.1 1.1 0 0 1 1.8-1.2 1.1 1.1 0 0 1 1.8 1.2z",
  consent: "M4 12l5 5L20 6",
  blik: "M7 3h10v18H7zM10 18h4M10 7h4M10 10h4",
  bank: "M3 9l9-5 9 5zM5 9v8M10 9v8M14 9v8M19 9v8M3 20h18",
}

export const WayIcon = ({ icon, own }: { icon: string; own?: ReactNode }): ReactElement => {
  const logo = webAddress(icon)
  const picture = PICTURES[Object.hasOwn(PICTURES, icon) ? icon : "bank"]
  return (
    <span className="rozetkapay-icon" aria-hidden="true">
      {own ??
        (logo ? (
          <img src={logo} alt="" width="28" height="28" loading="lazy" />
        ) : (
          <svg
            viewBox="0 0 24 24"
            width="28"
            height="28"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            aria-hidden="true"
          >
            <path d={picture} />
          </svg>
        ))}
    </span>
  )
}
