import { LONGEST, simulateAll } from "../simulate"

test(
  "whatever happens to a cart's payments, and in whatever order, no kopiyka is lost, kept twice or unexplained",
  async () => {
    await simulateAll("cart")
  },
  LONGEST,
)
