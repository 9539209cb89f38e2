import { getPersonalAccessTokenHandler, WebApi } from 'azure-devops-node-api';
import type { IWorkItemTrackingApi } from 'azure-devops-node-api/WorkItemTrackingApi.js';
import { onTestFinished } from 'vitest';
import { type Simulator, startSimulator } from './start.ts';

/** A simulator on a free port that ends with the test, and the client library connected to it. */
export async function openSimulator(
  workItems = 40,
): Promise<{ simulator: Simulator; webApi: WebApi; tracking: IWorkItemTrackingApi }> {
  const simulator = await startSimulator({ port: 0, workItems });
  onTestFinished(() => simulator.stop());
  const webApi = new WebApi(simulator.url, getPersonalAccessTokenHandler('simulator'));
  return { simulator, webApi, tracking: await webApi.getWorkItemTrackingApi() };
}

/** A raw request to the collection with the PAT. */
export function request(
  simulator: Simulator,
  path: string,
  { headers, ...init }: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
): Promise<Response> {
  const authorization = `Basic ${Buffer.from('PAT:simulator').toString('base64')}`;
  return fetch(`${simulator.url}/_apis/${path}`, { ...init, headers: { authorization, ...headers } });
}
