/** How to sign in to Azure DevOps. */
export type Credential = { readonly kind: 'pat'; readonly pat: string };

/** A person as work items and teams name them. */
export type Person = {
  /** GUID of the identity; empty where the server gave only a name. */
  readonly id: string;
  /** Sign-in name, usually the e-mail address. */
  readonly uniqueName: string;
  readonly displayName: string;
};

/** The connection as the server sees it. */
export type Connection = {
  /** GUID of the organization or collection. */
  readonly instanceId: string;
  readonly deployment: 'services' | 'server';
  /** The owner of the credential. */
  readonly user: Person;
};

export type Project = { readonly id: string; readonly name: string; readonly description: string };

export type WorkItemState = {
  readonly name: string;
  /** RGB in hexadecimal without `#`. */
  readonly color: string;
  /** `Proposed`, `InProgress`, `Resolved`, `Completed` or `Removed`. */
  readonly category: string;
};
export type WorkItemType = {
  readonly name: string;
  /** RGB in hexadecimal without `#`. */
  readonly color: string;
  readonly states: readonly WorkItemState[];
  /** Reference names of the fields that items of the type have; null where the server does not tell. */
  readonly fields: readonly string[] | null;
};

/** A node of a project's iteration tree. */
export type Iteration = {
  /** As work items name it, such as `Atlas\\Sprint 1`. */
  readonly path: string;
  /** Days, `YYYY-MM-DD`, both in it; null for iterations without dates. */
  readonly startDate: string | null;
  readonly finishDate: string | null;
};

/** A work item as it was at one revision. */
export type WorkItemSnapshot = {
  readonly id: number;
  readonly rev: number;
  readonly type: string;
  readonly title: string;
  readonly state: string;
  /** Name of the project. */
  readonly project: string;
  readonly areaPath: string;
  readonly iterationPath: string;
  readonly assignedTo: Person | null;
  /** The parent where the server gave `System.Parent`; the hierarchy itself is followed with `links`. */
  readonly parentId: number | null;
  /** ISO 8601, UTC. */
  readonly changedAt: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** All fields that the server gave, by reference name. */
  readonly fields: Readonly<Record<string, unknown>>;
};

/** One step of following changes; store `token` together with what the batch changed. */
export type ChangeBatch = {
  /** The newest state of items that were added, changed, moved or restored. */
  readonly items: readonly WorkItemSnapshot[];
  /** Items that are in the recycle bin or gone. */
  readonly deletedIds: readonly number[];
  /** Where to go on after this batch. */
  readonly token: string;
  /** True when nothing newer was there. */
  readonly isLast: boolean;
};

export type ParentLink = {
  readonly parentId: number;
  readonly childId: number;
  /** True when the link was made, false when it was taken away. */
  readonly active: boolean;
  /** ISO 8601, UTC. */
  readonly changedAt: string;
};
export type LinkBatch = {
  readonly links: readonly ParentLink[];
  readonly token: string;
  readonly isLast: boolean;
};

/** A security group. */
export type Group = {
  /** Subject descriptor on Services, GUID of the identity on Server. */
  readonly id: string;
  /** With its scope, such as `[Atlas]\\Contributors`. */
  readonly name: string;
  readonly description: string;
};

/** Groups and who is in them. A token needs the scope Graph (Read) for them on Services. */
export type GroupReader = {
  /** At most `top` groups whose names contain a text; Server knows whole names only, and none for an empty text. */
  readonly findGroups: (search: string, top: number) => Promise<Group[]>;
  /**
   * Everybody who is in a group, directly or by groups within it; null when there is no such group. Of a group of
   * Entra ID Azure DevOps knows only those who have signed in to it once.
   */
  readonly groupMembers: (id: string) => Promise<Person[] | null>;
};

/** Our view of one Azure DevOps organization or collection. Every call fails with `AzureDevOpsError` only. */
export type AzureDevOps = GroupReader & {
  /** Who the credential belongs to and what it is connected to. */
  readonly whoAmI: () => Promise<Connection>;
  readonly projects: () => Promise<Project[]>;
  /** The work item types of a project (name or GUID) with their states. */
  readonly workItemTypes: (project: string) => Promise<WorkItemType[]>;
  /** The iterations of a project (name or GUID), the project itself included, each before those within it. */
  readonly iterations: (project: string) => Promise<Iteration[]>;
  /** Reads work items in the order of the ids; unknown ids are left out. */
  readonly readWorkItems: (ids: readonly number[]) => Promise<WorkItemSnapshot[]>;
  /** A work item as it was at a revision; null where there is none, or it may not be seen. */
  readonly readRevision: (id: number, rev: number) => Promise<WorkItemSnapshot | null>;
  /**
   * Sets fields (by reference name) of a work item that is still at the revision `rev`, and answers it as it is then.
   * @throws AzureDevOpsError `conflict` when it is at another one, and nothing was changed; `unreachable` leaves open whether it was
   */
  readonly setFields: (
    id: number,
    rev: number,
    fields: Readonly<Record<string, string | number>>,
  ) => Promise<WorkItemSnapshot>;
  /** Work items whose titles have words that start with all given words, or that have the given id; newest change first, at most `top` (200). */
  readonly searchByTitle: (words: string, top: number) => Promise<WorkItemSnapshot[]>;
  /** Everything that changed in the whole collection since `token` (null: ever), until there is no more. */
  readonly changes: (token: string | null) => AsyncGenerator<ChangeBatch, void, undefined>;
  /** Every change of the hierarchy since `token` (null: ever), oldest first, until there is no more. */
  readonly links: (token: string | null) => AsyncGenerator<LinkBatch, void, undefined>;
  /** Everybody who is in a team of any project. */
  readonly people: () => Promise<Person[]>;
};
