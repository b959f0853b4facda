import { convertCode, isCode } from './convert-code.ts'
import { linesOf, storeCredentials } from './dot-env/credentials.ts'
import { readNewApp } from './new-app.ts'
import type { SetupOptions, SetupOutcome } from './options.ts'
import { type PageAnswer, pageAnswer } from './page.ts'
import { donePage } from './pages/done-page.ts'
import { neverPage, notYetPage, strangeReturnPage } from './pages/failed-page.ts'
import type { States } from './states.ts'
import type { Wishes } from './wishes.ts'

/** What a browser is answered, and whether that is the end of the set-up. */
export interface Answered {
  answer: PageAnswer
  outcome?: SetupOutcome
}

/** Answers a browser that GitHub led back: exchanges the code, stores what it gives, and says what is next. */
export async function answerReturn(
  { pathname, search, searchParams }: URL,
  states: States<Wishes>,
  options: SetupOptions,
): Promise<Answered> {
  const { github, dotEnv } = options
  const code = searchParams.get('code')
  const taken = isCode(code) ? states.take(searchParams.get('state')) : undefined
  if (taken === undefined || !isCode(code)) return { answer: pageAnswer(403, strangeReturnPage()) }

  const conversion = await convertCode(github.apiUrl, code)
  if (!conversion.converted) {
    const { mayComeLater, why } = conversion
    if (mayComeLater) taken.giveBack()
    const page = mayComeLater ? notYetPage(why, `${pathname}${search}`) : neverPage(why, github.webUrl)
    return { answer: pageAnswer(502, page) }
  }

  const { app, credentials, secretForGitHub } = readNewApp(conversion.app, github.webUrl)
  const { publicUrl, replace } = taken.asked
  const stored = await storeCredentials(dotEnv, credentials, replace)
  const page = donePage({
    ...options,
    app,
    publicUrl,
    secretForGitHub,
    unwritten: stored.stored ? null : { lines: linesOf(credentials), because: stored.because },
    goesOn: options.goesOn && stored.stored,
  })
  return { answer: pageAnswer(200, page), outcome: { app, ...stored } }
}
