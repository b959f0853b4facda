import { z } from 'zod'
import type { Problem } from './problem.ts'
import { type Variables, variables } from './variables.ts'

/** The environment as Node gives it. */
export type Environment = Readonly<Record<string, string | undefined>>

/** What the environment says; a variable that is wrong counts as not set, so that all others are looked at too. */
export interface ParsedVariables {
  values: Variables
  problems: Problem[]
  /** Whether a variable has a value, right or wrong. */
  isSet(variable: keyof Variables): boolean
}

const paramsSchema = z.object({ expected: z.string() })

/** Reads every variable; expects no two to fit together. */
export function parseVariables(environment: Environment): ParsedVariables {
  const set = new Map(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const result = variables.safeParse(Object.fromEntries(set))
  const problems = result.success ? [] : result.error.issues.map(toProblem)

  const wrong = new Set(problems.map(({ variable }) => variable))
  const right = [...set].filter(([variable]) => !wrong.has(variable))
  return {
    values: result.data ?? variables.parse(Object.fromEntries(right)),
    problems,
    isSet: (variable) => set.has(variable),
  }
}

function toProblem(issue: z.core.$ZodIssue): Problem {
  const { expected } = paramsSchema.parse(issue.code === 'custom' ? issue.params : undefined)
  return { variable: String(issue.path[0]), problem: issue.message, expected }
}
