/** A request that is refused; the message is for whoever wrote it. */
export class ODataError extends Error {
  readonly code: ODataErrorCode;
  /** HTTP status. */
  readonly status: number;
  /** The option or path segment that is wrong, such as `$filter`. */
  readonly target: string | undefined;
  /** Characters before the fault, in the decoded text of the target. */
  readonly position: number | undefined;

  constructor(
    code: ODataErrorCode,
    message: string,
    where: { target?: string | undefined; position?: number | undefined; status?: number } = {},
  ) {
    super(message);
    this.name = 'ODataError';
    this.code = code;
    this.status = where.status ?? statusOf[code];
    this.target = where.target;
    this.position = where.position;
  }

  /** The same fault within an option whose name only the caller knows. */
  within(target: string): ODataError {
    if (this.target !== undefined) return this;
    return new ODataError(this.code, this.message, { target, position: this.position, status: this.status });
  }
}

const statusOf = {
  /** The text does not follow the grammar. */
  SyntaxError: 400,
  /** A name that the model does not have. */
  UnknownName: 400,
  /** Operands or arguments of types that do not go together. */
  TypeMismatch: 400,
  /** Right in itself, but not here. */
  InvalidQuery: 400,
  /** Longer, deeper or more than this service accepts. */
  TooComplex: 400,
  NotFound: 404,
  MethodNotAllowed: 405,
  NotAcceptable: 406,
  NotImplemented: 501,
  QueryTimeout: 503,
} as const;

export type ODataErrorCode = keyof typeof statusOf;
