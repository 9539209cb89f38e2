#!/usr/bin/env python3
"""Tracks time on a work item: pairs with a person, starts, shows the state, stops, lists the last worklogs.

    python3 examples/python/track.py WORK_ITEM [COMMENT] [--url http://localhost:7070]

Python 3.9 or newer, standard library only.
"""
import argparse
import datetime
import json
import sys
import time
import urllib.parse
import urllib.request

arguments = argparse.ArgumentParser(description="Tracks time on a work item.")
arguments.add_argument("work_item", type=int)
arguments.add_argument("comment", nargs="?", default="")
arguments.add_argument("--url", default="http://localhost:7070")
given = arguments.parse_args()


def ask(method, path, body=None, token=None):
    """Sends one request with a JSON body and reads the JSON answer; an HTTP error is an exception."""
    headers = {"Content-Type": "application/json"} if body is not None else {}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    data = json.dumps(body).encode() if body is not None else None
    address = f"{given.url}{path}?api-version=3.2"
    request = urllib.request.Request(address, data=data, method=method, headers=headers)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def pair():
    """Shows a PIN, waits until the person has typed it on the Apps page, and answers an access token of one hour.

    A real program keeps `refresh_token`, which gets the next tokens (grant_type=refresh_token), to pair only once.
    """
    created = ask("POST", "/api/pin/create")
    print(f"Type the PIN {created['pin']} at {given.url}/apps within a minute.", flush=True)
    status = "Validating"
    while status == "Validating":
        time.sleep(1)
        status = ask("POST", "/api/pin/status", created["secret"])["status"]
    if status != "Validated":
        sys.exit("The PIN was not typed in time.")
    form = {"client_id": "OpenApi", "grant_type": "authorization_code", "code": created["secret"]}
    with urllib.request.urlopen(f"{given.url}/token", urllib.parse.urlencode(form).encode()) as answer:
        return json.load(answer)["access_token"]


token = pair()

# Start. A refusal is no HTTP error: it is told by `trackSettings`, in words made to be shown.
minutes_east = int(datetime.datetime.now().astimezone().utcoffset().total_seconds() // 60)
wish = {"tfsId": given.work_item, "remark": given.comment, "timeZone": minutes_east}
settings = ask("POST", "/api/tracking/client/startTracking", wish, token)["trackSettings"]
if settings["responseState"] != "OK":
    print(settings["responseMessage"])

# The state: the same on every device of the person.
track = ask("GET", "/api/tracking/client/current", token=token)["track"]
print(f"{track['trackingState']}: {track['tfsId']} {(track['workItem'] or {}).get('title', '')}")

print("Press Enter to stop.", flush=True)
sys.stdin.readline()
ask("POST", "/api/tracking/client/stopTracking/0", token=token)

# Lengths are seconds; times are what the person's clock on the wall showed.
for log in ask("GET", "/api/tracking/client/latest/5", token=token)["workLogs"]:
    title = (log["workItem"] or {}).get("title", "")
    print(f"{log['startTime'][:16]}  {log['periodLength']} s  {title}  {log['remark']}")
