"""Commands over HTTP: each request checks what was sent, and is durable when it is answered."""

import json
import time

CALLERS = 64
# Each request is a draft of its own, under a key of its own.
DRAFT = """
local number = 0
local body = io.open("BODY", "rb"):read("*a")
request = function()
    number = number + 1
    local own = string.format("RUN-%016d", number)
    local headers = {["Content-Type"] = "application/json", ["Idempotency-Key"] = own}
    return wrk.format("POST", nil, headers, (body:gsub("OWN", own)))
end
"""


def drafts(site, folder):
    """Commands over HTTP: how many drafts a second 64 callers have acknowledged, each durable."""
    run, body, lua = f"r{time.monotonic_ns()}", f"{folder}/draft.json", f"{folder}/draft.lua"
    with open(body, "w") as file:
        json.dump({
            "name": "Bench", "email": "OWN@people.example", "language": "en", "wishes": [site.facts["vacancy"]],
            "experience": "", "motivation": ""}, file)
    with open(lua, "w") as file:
        file.write(DRAFT.replace("BODY", body).replace("RUN", run))
    return site.rate(f"/norra-norrland/api/v1/rounds/first-call/candidacies", {}, lua, CALLERS)
