/** There is no GitHub App yet that the program could be. */
export class NoCredentialsError extends Error {
  override readonly name = 'NoCredentialsError'

  constructor() {
    super(
      'APP_ID and PRIVATE_KEY are not set, so there is no GitHub App to run. `resume-on-merge setup` registers one; ' +
        'or set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET of the one that you have (see .env.example). ' +
        'To look at the program first: npm run demo -- --once',
    )
  }
}
