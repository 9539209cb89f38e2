#!/usr/bin/env bash
# Writes the hours of a span of days by person and project, as CSV, to standard output.
#
#   STINT_TOKEN=… bash examples/curl/report.sh 2026-10-01 2026-11-01 [--url http://localhost:7070]
#
# The second day no longer belongs to the span. Needs bash and curl; the token is made in Settings > Reporting and API.
set -euo pipefail

url=http://localhost:7070
days=()
while (($# > 0)); do
  case $1 in
    --url) url=$2; shift 2 ;;
    *) days+=("$1"); shift ;;
  esac
done
from=${days[0]:?Give the first day, such as 2026-10-01.}
to=${days[1]:?Give the day after the last one.}

span="Timestamp ge ${from}T00:00:00Z and Timestamp lt ${to}T00:00:00Z"
groups='groupby((User/Name,WorkItem/System_TeamProject),aggregate(PeriodLength with sum as Seconds))'

curl --fail-with-body --silent --show-error --get --user ":${STINT_TOKEN:?Set it to an API token.}" \
  --data-urlencode "\$apply=filter($span)/$groups/compute(Seconds divby 3600 as Hours)" \
  --data-urlencode '$orderby=User/Name,WorkItem/System_TeamProject' \
  --data-urlencode '$format=csv' \
  "$url/api/odata/v3.2/workLogsWorkItems"
