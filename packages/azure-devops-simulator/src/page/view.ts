import { isPerson, demoPeople } from '../world/people.ts';
import { findType, processTypes } from '../world/process.ts';
import { type Item, latest, type World } from '../world/world.ts';
import { html, type Html } from './html.ts';

const styles = `
:root { color-scheme: light dark; --line: light-dark(#d8dbe0, #3a3f47); --soft: light-dark(#f4f6f8, #20242a); --accent: light-dark(#0f6cbd, #62abf5); }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; background: light-dark(#fff, #16191d); color: light-dark(#1b1f24, #e8eaed); }
header { display: flex; flex-wrap: wrap; gap: 1rem; align-items: baseline; justify-content: space-between; }
a { color: var(--accent); } h1 { font-size: 1.4rem; }
table { width: 100%; border-collapse: collapse; } th, td { text-align: start; padding: .45rem .6rem; border-bottom: 1px solid var(--line); }
tbody tr:hover { background: var(--soft); }
form.panel { display: grid; gap: .8rem; max-width: 34rem; padding: 1rem; border: 1px solid var(--line); border-radius: 8px; background: var(--soft); }
label { display: grid; gap: .2rem; } input, select, button { font: inherit; padding: .35rem .6rem; border: 1px solid var(--line); border-radius: 5px; }
button { background: var(--accent); color: light-dark(#fff, #10151b); border-color: transparent; cursor: pointer; }
button.quiet { background: none; color: inherit; border-color: var(--line); }
.dot { display: inline-block; inline-size: .7rem; block-size: .7rem; border-radius: 2px; margin-inline-end: .4rem; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }`;

/** The list of work items that match a search, with a form for a new one. */
export function listPage(world: World, search: string, items: readonly Item[], found: number): string {
  const rows = items.map((item) => {
    const { fields } = latest(item);
    const type = findType(String(fields['System.WorkItemType']));
    return html`<tr><td>${item.id}</td>
<td><span class="dot" style="background:#${type?.color ?? '888'}"></span>${type?.name ?? ''}</td>
<td><a href="/_simulator/items/${item.id}">${String(fields['System.Title'])}</a></td>
<td>${String(fields['System.State'])}</td><td>${assignee(item)}</td><td>${String(fields['System.TeamProject'])}</td></tr>`;
  });
  return page(
    'Work items',
    html`<header><h1>Azure DevOps simulator</h1>
<form role="search"><input type="search" name="q" value="${search}" aria-label="Search work items" placeholder="Id or words of the title"> <button>Search</button></form></header>
<p>${found} work items, ${items.length} shown.</p>
<table><thead><tr><th>Id</th><th>Type</th><th>Title</th><th>State</th><th>Assigned to</th><th>Project</th></tr></thead><tbody>${rows}</tbody></table>
<h2>New work item</h2>
<form class="panel" method="post" action="/_simulator/items">
<label>Title <input name="title" required></label>
<label>Type <select name="type">${processTypes.map(({ name }) => option(name, 'Task'))}</select></label>
<label>Project <select name="project">${world.projects.map(({ name }) => option(name, 'Atlas'))}</select></label>
<button>Create</button></form>`,
  );
}

/** The form for one work item. */
export function itemPage(world: World, item: Item): string {
  const { fields, rev } = latest(item);
  const type = findType(String(fields['System.WorkItemType']));
  const title = String(fields['System.Title']);
  return page(
    `${item.id} ${title}`,
    html`<p><a href="/_simulator/">All work items</a></p>
<h1><span class="dot" style="background:#${type?.color ?? '888'}"></span>${type?.name ?? ''} ${item.id}</h1>
<form class="panel" method="post" action="/_simulator/items/${item.id}">
<label>Title <input name="title" value="${title}" required></label>
<label>State <select name="state">${(type?.states ?? []).map(({ name }) => option(name, String(fields['System.State'])))}</select></label>
<label>Assigned to <select name="assignedTo"><option value="">Nobody</option>${demoPeople.map(({ uniqueName }) => option(uniqueName, assignedName(item)))}</select></label>
<label>Project <select name="project">${world.projects.map(({ name }) => option(name, String(fields['System.TeamProject'])))}</select></label>
<button>Save revision ${rev + 1}</button></form>
<form method="post" action="/_simulator/items/${item.id}/delete"><p><button class="quiet">Move to the recycle bin</button></p></form>`,
  );
}

function page(title: string, body: Html): string {
  const css: Html = { html: styles };
  return `<!DOCTYPE html>${html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${css}</style></head><body>${body}</body></html>`.html}`;
}

const option = (value: string, chosen: string): Html =>
  value === chosen ? html`<option selected>${value}</option>` : html`<option>${value}</option>`;

const assignedName = (item: Item): string => {
  const person = latest(item).fields['System.AssignedTo'];
  return isPerson(person) ? person.uniqueName : '';
};

const assignee = (item: Item): string => {
  const person = latest(item).fields['System.AssignedTo'];
  return isPerson(person) ? person.displayName : '';
};
