import { staffActionsIn } from "../staff-actions"

const action = {
  at: "2026-11-26T12:00:00.000Z",
  what: "sync",
  actor: "user_1",
  outcome: "done",
}

test("what staff did is read of a row's metadata, and what is not such a note is left out", () => {
  const noted = [action, { ...action, what: "coffee" }, null, { ...action, at: "yesterday" }]
  expect(staffActionsIn({ rozetkapay_staff_actions: noted, other: 1 })).toEqual([action])
  for (const metadata of [null, undefined, {}, "text", { rozetkapay_staff_actions: "text" }]) {
    expect(staffActionsIn(metadata)).toEqual([])
  }
})
