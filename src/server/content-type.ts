/** Without its parameters, in lower case. */
export function contentType({ headers }: Request): string {
  return (headers.get('content-type') ?? '').replace(/;.*/s, '').trim().toLowerCase();
}
