import { type Html, html } from '../html.ts'
import { hookUrlOf } from '../manifest.ts'
import type { NewApp } from '../new-app.ts'
import type { Page } from '../page.ts'

export interface DonePage {
  app: NewApp
  /** The path of `.env`. */
  dotEnv: string
  /** The lines to be copied, and why they could not be written; null when they were. */
  unwritten: { lines: string; because: string } | null
  publicUrl: string | null
  secretForGitHub: string | null
  overriding: readonly string[]
  namesPrefect: boolean
  /** Whether the server starts now, by itself. */
  goesOn: boolean
}

/** The last page: what has become of it, and what is next. */
export function donePage(done: DonePage): Page {
  const { app, dotEnv, unwritten } = done
  return {
    title:
      unwritten === null
        ? 'The GitHub App is registered'
        : 'The GitHub App is registered: copy its credentials',
    content: html`
<p>GitHub has registered <b>${app.name}</b> with the number ${app.id}.
${unwritten === null && html`Its credentials are in <code>${dotEnv}</code>, which only you can read.`}</p>
${unwritten !== null && linesToCopy(dotEnv, unwritten)}
<h2>What is next</h2>
<ol>
<li><a href="${app.installUrl}" target="_blank" rel="noopener">Install the App</a> on the repositories whose merges shall
resume flow runs.</li>
${webhookStep(done)}
${
  done.overriding.length > 0 &&
  html`<li>Take <code>${done.overriding.join(', ')}</code> out of the environment of the
program: it wins over <code>.env</code>.</li>`
}
${!done.namesPrefect && prefectStep()}
<li>${done.goesOn ? 'Nothing to start: the server is starting now, and this page has done its work.' : restart()}</li>
</ol>`,
  }
}

function linesToCopy(dotEnv: string, { lines, because }: { lines: string; because: string }): Html {
  return html`<div class="note">
<p><label for="lines">They could not be written to <code>${dotEnv}</code>: ${because}. Copy these lines into the environment
of the program or its <code>.env</code>. They are shown only now; the private key is a secret.</label></p>
<p><textarea id="lines" readonly rows="8" spellcheck="false">
${lines}</textarea></p>
</div>`
}

function webhookStep({ app, publicUrl, secretForGitHub }: DonePage): Html | null {
  const settings = html`<a href="${app.settingsUrl}" target="_blank" rel="noopener">the App’s settings</a>`
  const secret =
    secretForGitHub !== null &&
    html` As its secret, set <code>${secretForGitHub}</code>: the same one was made for <code>WEBHOOK_SECRET</code> here,
since GitHub gave none that keeps strangers out.`
  if (publicUrl === null) {
    return html`<li>When GitHub can reach this server, open ${settings}, set the webhook’s URL to
<code>${hookUrlOf('https://your-host')}</code>, and tick “Active”.${secret}</li>`
  }
  return secret === false ? null : html`<li>Open ${settings}, at the webhook.${secret}</li>`
}

function prefectStep(): Html {
  return html`<li>Set <code>PREFECT_API_URL</code> in <code>.env</code>, with <code>PREFECT_API_KEY</code> (Prefect Cloud) or
<code>PREFECT_API_AUTH_STRING</code> (a server with basic authentication).</li>`
}

function restart(): Html {
  return html`Start the server: <code>npm start</code>. This page has done its work, and is gone now.`
}
