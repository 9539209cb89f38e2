import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

/** An answer in the form in which Azure DevOps reports errors. */
export class AzureError extends Error {
  readonly status: number;
  readonly typeKey: string;

  constructor(status: number, typeKey: string, message: string) {
    super(message);
    this.status = status;
    this.typeKey = typeKey;
  }
}

export const badRequest = (message: string, typeKey = 'VssPropertyValidationException'): AzureError =>
  new AzureError(400, typeKey, message);

export const noSuchWorkItem = (id: number): AzureError =>
  new AzureError(
    404,
    'WorkItemUnauthorizedAccessException',
    `TF401232: Work item ${id} does not exist, or you do not have permissions to read it.`,
  );

export const noSuchRevision = (id: number, revision: string): AzureError =>
  new AzureError(
    404,
    'WorkItemRevisionNotFoundException',
    `TF401398: Revision ${revision} of work item ${id} does not exist.`,
  );

export const noSuchProject = (name: string): AzureError =>
  new AzureError(
    404,
    'ProjectDoesNotExistWithNameException',
    `TF200016: The following project does not exist: ${name}. Verify that the name of the project is correct and that the project exists on the specified Azure DevOps Server.`,
  );

export const staleRevision = (): AzureError =>
  new AzureError(412, 'TestPatchOperationFailedException', 'VS403351: Test Operation for path /rev failed.');

/** The JSON body of an error. */
export function errorBody(typeKey: string, message: string): Record<string, unknown> {
  const typeName = `Microsoft.TeamFoundation.${typeKey}, Microsoft.TeamFoundation`;
  return { $id: '1', innerException: null, message, typeName, typeKey, errorCode: 0, eventId: 3000 };
}

/** Fastify's error handler: our errors as they are, everything else as a bad request or a server error. */
export function answerError(
  error: FastifyError | AzureError,
  _request: FastifyRequest,
  reply: FastifyReply,
): void {
  if (error instanceof AzureError) {
    void reply.status(error.status).send(errorBody(error.typeKey, error.message));
    return;
  }
  const status = error.statusCode ?? 500;
  void reply
    .status(status)
    .send(errorBody(status < 500 ? 'VssServiceException' : 'Exception', error.message));
}
