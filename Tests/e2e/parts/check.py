"""Holds the list of parts against CycloneDX' own schema and against what the build resolved; a list that lacks one, and
one that is no list, must be refused."""
import json
import pathlib
import sys

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

ROOT = pathlib.Path(__file__).resolve().parents[3]


def faults(text):
    found = JsonStrictValidator(SchemaVersion.V1_5).validate_str(text)
    if found is not None:
        return [str(found)[:200]]
    listed = {(part["name"], part["version"]) for part in json.loads(text)["components"]}
    pins = json.loads((ROOT / "Package.resolved").read_text())["pins"]
    wanted = {
        (pin["location"].removesuffix(".git").rsplit("/", 1)[1], pin["state"].get("version", pin["state"]["revision"]))
        for pin in pins
    }
    return [f"{name} {version} is missing" for name, version in sorted(wanted - listed)]


def main():
    text = sys.stdin.read()
    for fault in faults(text):
        sys.exit(f"parts: {fault}")
    document = json.loads(text)
    dropped = document["components"].pop()
    document["dependencies"][0]["dependsOn"].remove(dropped["bom-ref"])
    unnamed = json.loads(text)
    del unnamed["components"][0]["name"]
    for planted in (document, unnamed):
        if not faults(json.dumps(planted)):
            sys.exit("parts: a planted fault was overlooked")
    print(f"parts: {len(json.loads(text)['components'])}, valid; both planted faults were seen")


main()
