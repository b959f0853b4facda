/** There is no GitHub App yet that the program could be. */
export class NoCredentialsError extends Error {
  override readonly name = 'NoCredentialsError'

  constructor() {
    super(
      'APP_ID and PRIVATE_KEY are not set, so there is no GitHub App to run. Register one with the permissions of ' +
        'app.yml, and write its number, key and webhook secret into .env (see .env.example). ' +
        'To look at the program first: npm run demo -- --once',
    )
  }
}
