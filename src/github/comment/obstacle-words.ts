import type { Obstacle } from '../../resume/index.ts'
import { plainText } from './plain-text.ts'
import type { Words } from './words.ts'

const problemLimit = 300

/** What is said while Prefect cannot be asked. */
export function tryingWords(obstacle: Obstacle): Words {
  return {
    icon: '⚠️',
    says: `could not be resumed yet: ${cause(obstacle)}`,
    next: `${remedy(obstacle)}We keep trying, and this comment will say how it ends.`,
    short: 'not resumed yet',
  }
}

/** What is said when the time to try is over. */
export function givenUpWords(obstacle: Obstacle): Words {
  return {
    icon: '❌',
    says: `was not resumed: ${cause(obstacle)}`,
    next: `${remedy(obstacle)}We no longer try. Retry it on its page.`,
    short: 'not resumed',
  }
}

function cause({ because }: Obstacle): string {
  return because === 'no-access' ? 'Prefect does not let us in' : 'Prefect cannot be reached'
}

function remedy({ because, problem }: Obstacle): string {
  const said = `What happened: ${plainText(problem, problemLimit)}. `
  if (because === 'unreachable') return said
  return `${said}Whoever runs this app should check \`PREFECT_API_KEY\` (or \`PREFECT_API_AUTH_STRING\`) and that its role may run flows. `
}
