"""A webhook from its first day to its last attempt."""

import time


def prepare(judge):
    """Before there is anything to tell; its id."""
    webhook = judge.ask("addWebhook", "lead", {"url": "https://receiver.example/events"})["id"]
    judge.ask("rotateWebhookSecret", "lead", {"hours": 1}, webhook=webhook)
    return webhook


def use(judge, webhook):
    """Once something has happened; the ids that there are to ask for."""
    end = time.monotonic() + 30
    while not (deliveries := judge.ask("showWebhook", "lead", webhook=webhook)["deliveries"]):
        assert time.monotonic() < end, "no event ever became a delivery"
        time.sleep(0.2)
    judge.ask("disableWebhook", "lead", webhook=webhook)
    judge.ask("enableWebhook", "lead", webhook=webhook)
    judge.ask("replayWebhook", "lead", {"from": 1}, webhook=webhook)
    judge.ask("replayDelivery", "lead", webhook=webhook, delivery=deliveries[0]["id"])
    judge.ask("listWebhooks", "lead")
    other = judge.ask("addWebhook", "coordinator", {"url": "https://other.example/", "employer": "home"})["id"]
    judge.ask("removeWebhook", "coordinator", webhook=other)
    return {"webhook": webhook, "delivery": deliveries[0]["id"]}
