"""What a screen reader gets of a browser's page: the AT-SPI tree below its document, as JSON lines
{"role", "name", "states"}. Usage: assistive_tree.py PID"""
import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

STATES = ["CHECKED", "PRESSED", "EXPANDED", "EXPANDABLE", "FOCUSABLE", "EDITABLE", "MULTI_LINE", "SELECTED",
          "HAS_POPUP", "INVALID_ENTRY", "SENSITIVE"]


def walk(node, inside):
    if node is None:
        return
    role = node.get_role_name()
    if inside:
        states = node.get_state_set()
        held = [name for name in STATES if states.contains(getattr(Atspi.StateType, name))]
        print(json.dumps({"role": role, "name": node.get_name() or "", "states": held}, ensure_ascii=False))
    for at in range(node.get_child_count()):
        walk(node.get_child_at_index(at), inside or role == "document web")


desktop = Atspi.get_desktop(0)
for at in range(desktop.get_child_count()):
    application = desktop.get_child_at_index(at)
    if application is not None and application.get_process_id() == int(sys.argv[1]):
        walk(application, False)
