import { staffActions } from "../staff-actions"

const action = {
  at: "2026-11-26T12:00:00.000Z",
  what: "sync",
  actor: "user_1",
  outcome: "done",
}

test("what staff did is read as it was noted, and what is not such a note is left out", () => {
  const actions = [action, { ...action, what: "coffee" }, null, { ...action, at: "yesterday" }]
  expect(staffActions.parse({ of: "pay_1", actions })).toEqual({ of: "pay_1", actions: [action] })
})
