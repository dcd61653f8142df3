const MESSAGES: Readonly<Record<number, string>> = {
  1: 'Unknown error: Please resubmit the request.',
  2: 'Unknown method called.',
  3: 'Service Unavailable. Please try again later.',
  4: 'Method is deprecated.',
  100: 'One of the parameters specified is missing or invalid.',
  102: 'User authorization failed: the session key or uid is incorrect.',
  103: 'Application lookup failed: the application id is not correct.',
  104: 'Incorrect signature.',
  105: 'Application is not installed for this user.',
  200: 'Permission error: the application does not have permission to perform this action.',
  202: 'Access to this object is denied',
  501: 'incorrect image',
};

/** An error of mail.ru's table («Коды ошибок»), with its wording unless another is given. */
export class MailruError extends Error {
  readonly code: number;

  constructor(code: number, message = MESSAGES[code] ?? 'Unknown error') {
    super(message);
    this.code = code;
  }
}
