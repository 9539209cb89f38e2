#!/usr/bin/env bash
# Tracks time on a work item: pairs with a person, starts, shows the state, stops, lists the last worklogs.
#
#   bash examples/curl/track.sh WORK_ITEM [COMMENT] [--url http://localhost:7070]
#
# Needs nothing but bash and curl, so it picks values out of JSON with sed; a real script would use a JSON tool.
set -euo pipefail

url=http://localhost:7070
words=()
while (($# > 0)); do
  case $1 in
    --url) url=$2; shift 2 ;;
    *) words+=("$1"); shift ;;
  esac
done
work_item=${words[0]:?Give the number of a work item.}
# The comment as JSON text.
comment=$(printf '%s' "${words[1]:-}" | sed 's/[\\"]/\\&/g')

ask() { # ask METHOD PATH [curl options]: fails for an HTTP error
  curl --silent --show-error --fail-with-body --request "$1" "$url$2?api-version=3.2" "${@:3}"
}
value_of() { # value_of NAME: the first value of that name in the JSON of standard input
  grep --only-matching "\"$1\":\(\"[^\"]*\"\|[^,}]*\)" | sed -n '1{s/^[^:]*://; s/^"//; s/"$//; p}'
}

# Pair: the person who is signed in on the Apps page types the PIN, and this script may then act as that person.
created=$(ask POST /api/pin/create)
secret=$(value_of secret <<<"$created")
echo "Type the PIN $(value_of pin <<<"$created") at $url/apps within a minute."
status=Validating
while [[ $status == Validating ]]; do
  sleep 1
  status=$(ask POST /api/pin/status --json "\"$secret\"" | value_of status)
done
[[ $status == Validated ]] || { echo 'The PIN was not typed in time.' >&2; exit 1; }

# The access token lives one hour; refresh_token in the same answer gets the next one (grant_type=refresh_token).
tokens=$(curl --silent --show-error --fail-with-body "$url/token" \
  --data client_id=OpenApi --data grant_type=authorization_code --data-urlencode "code=$secret")
as_person=(--header "Authorization: Bearer $(value_of access_token <<<"$tokens")")

# Start. A refusal is no HTTP error: it is told by trackSettings, in words made to be shown.
offset=$(date +%z) # +0130
minutes_east=$((${offset:0:1}(10#${offset:1:2} * 60 + 10#${offset:3:2})))
started=$(ask POST /api/tracking/client/startTracking "${as_person[@]}" \
  --json "{\"tfsId\": $work_item, \"remark\": \"$comment\", \"timeZone\": $minutes_east}")
[[ $(value_of responseState <<<"$started") == OK ]] || value_of responseMessage <<<"$started"

# The state: the same on every device of the person.
state=$(ask GET /api/tracking/client/current "${as_person[@]}")
echo "$(value_of trackingState <<<"$state"): $(value_of tfsId <<<"$state") $(value_of title <<<"$state")"

echo 'Press Enter to stop.'
read -r || true
ask POST /api/tracking/client/stopTracking/0 "${as_person[@]}" >/dev/null

# Lengths are seconds; times are what the person's clock on the wall showed. One worklog a line, as the server wrote it.
ask GET /api/rest/workLogs "${as_person[@]}" --get --data-urlencode '$count=5' | sed 's/{"timestamp"/\n&/g'
echo
