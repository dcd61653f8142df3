import { isRecord, RecordReader } from '../../model/record-reader.js';

/** What the API says in place of an answer (`wire` of the v1.0 API: `{ code, detail, exception, status_code }`). */
export interface GetstreamError {
  /** 0 where there is none; -1 for the server's own trouble. */
  readonly code: number;
  readonly exception: string;
  readonly detail: string;
  /** What is wrong with which field, as the API wrote it. */
  readonly fields: unknown;
}

/** The error in an answer's JSON; undefined where it holds none. */
export function readGetstreamError(raw: unknown): GetstreamError | undefined {
  if (!isRecord(raw) || !raw['exception']) return undefined;
  const error = new RecordReader(raw);
  return {
    code: Number(error.id('code')) || 0,
    exception: error.name('exception') ?? '',
    detail: error.text('detail') ?? '',
    fields: raw['exception_fields'],
  };
}
