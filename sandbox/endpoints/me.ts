import { type ApiEndpoint, ok } from "./endpoint"

/** GET /api/merchants/v1/me: the check that login and password are right. */
export const me: ApiEndpoint = {
  name: "me",
  method: "get",
  path: "/api/merchants/v1/me",
  answer: () => ok({ status: "activated" }),
}
