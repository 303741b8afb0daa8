import { environmentOf } from "../environment"

test.each([
  [{ apiUrl: "https://api.rozetkapay.com", login: "a-shop" }, "live"],
  [{ apiUrl: "https://deprecated-api.rozetkapay.com" }, "live"],
  [{ apiUrl: "https://api.rozetkapay.com", login: "a6a29002-dc68-4918-bc5d-51a6094b14a8" }, "test"],
  [{ apiUrl: "https://api-epdev.rozetkapay.com", login: "a-shop" }, "test"],
  [{ apiUrl: "http://127.0.0.1:4010", login: "sandbox-login" }, "sandbox"],
  [{ apiUrl: "https://api.rozetkapay.com.example.com", login: "a-shop" }, "sandbox"],
] as const)("staff read whether money is real: %j is %s", (options, environment) => {
  expect(environmentOf(options)).toBe(environment)
})
