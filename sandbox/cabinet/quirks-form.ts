import { z } from "zod"
import { type Html, html } from "../pages/html"
import { defaultQuirks, type Quirks, quirksShape } from "../quirks"
import type { SwitchesTexts } from "./switches-texts"

type Group = keyof SwitchesTexts["groups"]

const GROUPS: Record<Group, RegExp> = {
  payments: /^(?!legacy|batch|payparts|express|postpayment|alternative|blik)/,
  legacy: /^legacy/,
  batch: /^batch/,
  payparts: /^payparts/,
  express: /^(express|postpayment)/,
  alternative: /^(alternative|blik)/,
}

/** Every quirk with the values that it can have; those that are not as usual stand out. */
export const quirksForm = (quirks: Quirks, words: SwitchesTexts): Html =>
  html`<form method="post">${(
    ["payments", "legacy", "batch", "payparts", "express", "alternative"] as const
  ).map((group) =>
    groupOf(group, quirks, words),
  )}<button name="do" value="quirks" class="main">${words.save}</button></form>`

function groupOf(group: Group, quirks: Quirks, words: SwitchesTexts): Html {
  const usual = new Map(Object.entries(defaultQuirks()))
  const own = Object.entries(quirks).filter(([name]) => GROUPS[group].test(name))
  const changed = own.filter(([name, value]) => usual.get(name) !== value).length
  return html`<details${changed > 0 && html` open`}><summary>${words.groups[group]}${
    changed > 0 && ` (${changed})`
  }</summary><div class="quirks">${own.map(
    ([name, value]) =>
      html`<label${usual.get(name) !== value && html` class="changed"`}>${name}${field(
        name,
        String(value),
        String(usual.get(name)),
      )}</label>`,
  )}</div></details>`
}

function field(name: string, value: string, usual: string): Html {
  const choices = choicesOf(name)
  if (choices === null)
    return html`<input name="${name}" value="${value}" inputmode="numeric" pattern="[0-9]+" required>`
  return html`<select name="${name}">${[usual, ...choices.filter((one) => one !== usual)].map(
    (one) => html`<option${one === value && html` selected`}>${one}</option>`,
  )}</select>`
}

const SHAPES = new Map<string, z.ZodDefault<z.ZodType>>(Object.entries(quirksShape.shape))

/** Null for a number. */
function choicesOf(name: string): string[] | null {
  const inner = SHAPES.get(name)?.unwrap()
  if (inner instanceof z.ZodEnum) return inner.options.map(String)
  return inner instanceof z.ZodBoolean ? ["true", "false"] : null
}

/** The form's texts as the values that they stand for. */
export const readQuirks = (fields: Map<string, string>): Record<string, unknown> =>
  Object.fromEntries(
    [...fields]
      .filter(([name]) => SHAPES.has(name))
      .map(([name, value]) => {
        const inner = SHAPES.get(name)?.unwrap()
        if (inner instanceof z.ZodBoolean) return [name, value === "true"]
        return [name, inner instanceof z.ZodEnum ? value : Number(value)]
      }),
  )
