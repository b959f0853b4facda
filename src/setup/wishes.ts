import { z } from 'zod'
import { readPublicUrl } from './public-url.ts'

/** What the person answered. */
export interface Wishes {
  /** Where GitHub reaches this server; null when there is no such address yet. */
  publicUrl: string | null
  /** Whose App it shall be; null for the account of the person. */
  organization: string | null
  /** Whether the credentials that are there may be lost. */
  replace: boolean
}

/** A form as it was sent. */
export interface Given {
  public_url: string
  organization: string
  replace: boolean
}

export type Problems = Partial<Record<keyof Given, string>>

export type ReadWishes = { wishes: Wishes } | { given: Given; problems: Problems }

const formSchema = z.object({
  public_url: z.string().trim().max(2000).catch(''),
  organization: z.string().trim().max(200).catch(''),
  replace: z.stringbool().catch(false),
})

const loginForm = /^[a-z\d](?:[a-z\d_-]{0,98}[a-z\d])?$/i

/**
 * Reads what a form says.
 *
 * @param github where people use GitHub
 * @param occupied whether there are credentials that would be lost
 */
export function readWishes(form: URLSearchParams, github: string, occupied: boolean): ReadWishes {
  const given = formSchema.parse(Object.fromEntries(form))
  const problems: Problems = {}
  const { organization, replace } = given

  const read = given.public_url === '' ? { url: null } : readPublicUrl(given.public_url, github)
  if ('problem' in read) problems.public_url = read.problem
  if (organization !== '' && !loginForm.test(organization)) {
    problems.organization = 'This is no name of an organization: take the last part of its address on GitHub.'
  }
  if (occupied && !replace) problems.replace = 'Tick the box to go on, or leave this page to keep them.'

  if ('problem' in read || Object.keys(problems).length > 0) return { given, problems }
  return { wishes: { publicUrl: read.url, organization: organization || null, replace } }
}
