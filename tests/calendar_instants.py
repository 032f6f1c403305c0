"""Prints [summary, instant in UTC, status] of each event of the calendar on stdin, as JSON."""
import datetime
import json
import sys

import icalendar

calendar = icalendar.Calendar.from_ical(sys.stdin.read())
events = [
    [
        str(event["SUMMARY"]),
        event.decoded("DTSTART").astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        str(event.get("STATUS", "none")),
    ]
    for event in calendar.walk("VEVENT")
]
print(json.dumps(events))
