"""A screen reader's half of tests/screens/test_accessible.py, for the system's Python: python3-gi and gir1.2-atspi-2.0.

`atspi_client.py COMMAND...` starts the kiosk; then each line on stdin, `tree`, `press NAME` or `focus NAME`, is answered by one
of JSON.
"""

import json
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE = 40.0


def described(node):
    """{role, name, description, states, children} of a node and all below it that is showing."""
    children = [node.get_child_at_index(index) for index in range(node.get_child_count())]
    states = {state.value_nick for state in node.get_state_set().get_states()}
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description() if node.get_role_name() != "application" else "",
        "states": sorted(states & {"focusable", "focused", "checkable", "checked"}),
        "children": [described(child) for child in children if child and shows(child)],
    }


def shows(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def find(node, name):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if not child or not shows(child):
            continue
        if child.get_name() == name and child.get_action_iface():
            return child
        found = find(child, name)
        if found:
            return found
    return None


def act(node, name, action):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = find(node, name)
        if found:
            names = [found.get_action_name(index) for index in range(found.get_n_actions())]
            return {"done": found.do_action(names.index(action))}
        time.sleep(0.1)
    return {"error": "no control is called " + name}


def application():
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            each = desktop.get_child_at_index(index)
            if each and each.get_child_count() and shows(each.get_child_at_index(0)):
                return each
        time.sleep(0.2)
    raise SystemExit("no application came up on the accessibility bus")


def main():
    kiosk = subprocess.Popen(sys.argv[1:], stdout=sys.stderr)
    try:
        shown = application()
        for line in sys.stdin:
            verb, _, name = line.strip().partition(" ")
            answer = described(shown) if verb == "tree" else act(shown, name, {"press": "Press", "focus": "SetFocus"}[verb])
            print(json.dumps(answer), flush=True)
    finally:
        kiosk.terminate()
        kiosk.wait()


main()
