/** The cache key of the connection to Azure DevOps. */
export const CONNECTION_KEY = ['connection'] as const;
