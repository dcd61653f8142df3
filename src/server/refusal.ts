/** Why a request is turned down. The message goes to the caller: it names what to change, never a value. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
