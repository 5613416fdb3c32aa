"""Holds every answer of the daemon against the OpenAPI document that the daemon itself gives."""

import collections
import logging
import uuid

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import HypothesisException
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance, negative_data_rejection, response_headers_conformance, response_schema_conformance,
    status_code_conformance)

#: What a round is about; all else is judged at a consortium that has it.
ROUND = (
    "/calendar", "/candidacies", "/demands", *(f"/employers/{{employer}}/{noun}" for noun in ("demands", "pool", "rankings", "offers", "nominations")),
    "/events", "/interests", "/matters", "/members",
    "/openapi.json", "/programmes", "/reports/funnel", "/rounds", "/vacancies")

CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance,
    response_schema_conformance]


class Judge:
    """Collects what is wrong, and which statuses each operation has answered with."""

    def __init__(self, base, tokens, of_round=True):
        self.base, self.tokens, self.seeds = base, tokens, {}
        document = requests.get(f"{base}/openapi.json", timeout=30).json()
        schema = schemathesis.openapi.from_dict(document)
        self.operations = {
            one.definition.raw["operationId"]: one
            for one in (found.ok() for found in schema.get_all_operations())
            if one.path.startswith(ROUND) == of_round}
        self.statuses = collections.defaultdict(collections.Counter)
        self.failures = []

    def ask(self, name, role, body=None, query=None, **path):
        """One request that is meant to succeed; the JSON of its answer."""
        operation = self.operations[name]
        headers = {"Idempotency-Key": str(uuid.uuid4())} if operation.method.upper() == "POST" else {}
        case = operation.Case(
            path_parameters=path, headers=headers, query=query or {},
            **({"body": body, "media_type": "application/json"} if body is not None else {}))
        response = self.send(name, case, role, CHECKS)
        if response is None or not 200 <= response.status_code < 300:
            text = "" if response is None else f"{response.status_code} {response.text}"
            self.failures.append(f"{name} by {role} was meant to succeed: {text}")
            return {}
        return response.json() if response.content else {}

    def fuzz(self, name, role, examples):
        """Requests of the right form and of a wrong one, on seeded ids."""
        operation = self.operations[name]
        captures = [part.strip("{}") for part in operation.path.split("/") if part.startswith("{")]
        path = {capture: self.seeds[capture] for capture in captures}
        for mode, checks, seeds in [
            (GenerationMode.POSITIVE, CHECKS, self.seeds),
            (GenerationMode.NEGATIVE, [*CHECKS, negative_data_rejection], {})]:
            try:
                strategy = operation.as_strategy(generation_mode=mode, path_parameters=path or None)
                self.draw(name, role, strategy, checks, seeds, examples)
            except HypothesisException as nothing:
                logging.debug("%s has no requests that are %s: %s", name, mode, nothing)

    def draw(self, name, role, strategy, checks, seeds, examples):
        @settings(
            max_examples=examples, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
            suppress_health_check=list(HealthCheck))
        @given(case=strategy)
        def each(case):
            for named in (case.query, case.body):
                if isinstance(named, dict):
                    named.update({key: seeds[key] for key in named.keys() & seeds.keys()})
            self.send(name, case, role, checks)

        each()

    def send(self, name, case, role, checks):
        token = self.tokens[role]
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        response = None
        try:
            response = case.call(base_url=self.base, headers=headers, timeout=30)
            self.statuses[name][response.status_code] += 1
            case.validate_response(response, checks=checks, headers=headers)
        except (FailureGroup, requests.RequestException) as error:
            causes = getattr(error, "exceptions", [error])
            said = "; ".join(f"{type(cause).__name__}: {' '.join(str(cause).split())[:400]}" for cause in causes)
            request = "" if response is None else f" ({response.request.method} {response.request.url})"
            self.failures.append(f"{name} by {role}{request}: {said}")
        return response

    def never_done(self):
        """The operations that have not succeeded once."""
        return sorted(
            name for name in self.operations if not any(200 <= status < 300 for status in self.statuses[name]))
