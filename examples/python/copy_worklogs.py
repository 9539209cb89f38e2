"""Keeps a copy of all worklogs in a SQLite file: each run fetches what was made, changed or deleted since the last one.

    STINT_TOKEN=… python3 examples/python/copy_worklogs.py worklogs.sqlite [--url http://localhost:7070]

Python 3.9, standard library only. The token is made in Settings > Reporting and API.
"""

import argparse
import json
import os
import sqlite3
import urllib.parse
import urllib.request

COLUMNS = "Id,Timestamp,PeriodLength,Comment,WorkItemId,EditedTimestamp,IsDeleted,User"
# What was being written while the last run read may bear an earlier time, so a little is read again.
OVERLAP_MINUTES = 10


def pages(url, token):
    """All rows behind an address, page by page."""
    while url:
        request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"})
        with urllib.request.urlopen(request) as answer:
            page = json.load(answer)
        yield from page["value"]
        url = page.get("@odata.nextLink")


def address(base, since):
    options = {"$select": COLUMNS, "$orderby": "EditedTimestamp"}
    if since:
        options["$filter"] = f"EditedTimestamp ge {since}"
    return f"{base}/api/odata/v3.3-beta/workLogsOnlyWithDeleted?{urllib.parse.urlencode(options)}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--url", default="http://localhost:7070")
    given = parser.parse_args()

    copy = sqlite3.connect(given.file)
    copy.execute(
        "create table if not exists worklog (id text primary key, person text, work_item integer, began text,"
        " seconds integer, comment text, edited text)"
    )
    (since,) = copy.execute(
        f"select strftime('%Y-%m-%dT%H:%M:%SZ', max(edited), '-{OVERLAP_MINUTES} minutes') from worklog"
    ).fetchone()

    changed = deleted = 0
    for row in pages(address(given.url, since), os.environ["STINT_TOKEN"]):
        if row["IsDeleted"]:
            deleted += copy.execute("delete from worklog where id = ?", [row["Id"]]).rowcount
            continue
        values = [row["Id"], row["User"]["Name"], row["WorkItemId"], row["Timestamp"]]
        values += [row["PeriodLength"], row["Comment"], row["EditedTimestamp"]]
        copy.execute("replace into worklog values (?, ?, ?, ?, ?, ?, ?)", values)
        changed += 1
    copy.commit()

    count, seconds = copy.execute("select count(*), sum(seconds) from worklog").fetchone()
    print(f"{changed} read, {deleted} deleted; the copy has {count} worklogs, {seconds} seconds")


if __name__ == "__main__":
    main()
