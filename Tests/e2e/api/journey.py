"""A round from its plan to its pool: each operation succeeds once, by the role that it is for."""

from world import EMPLOYER, day

TERMS = {"title": "Planner", "field": "Maps", "competence": "A degree", "place": "Umeå", "asked": 1}


def prepare(judge):
    """While applications are taken."""
    late = judge.ask("stateDemandLate", "lead", {**TERMS, "organisation": "norsjo"}, round="first-call")
    judge.ask("declineDemand", "lead", demand=late["id"])
    judge.ask(
        "moveDeadlines", "lead", {"demand_by": day(5), "apply_by": day(24), "rank_by": day(60)}, round="first-call")
    stated = judge.ask("stateDemand", "coordinator", {**TERMS, "round": "first-call"}, employer=EMPLOYER)
    judge.ask("changeDemand", "coordinator", {**TERMS, "asked": 2}, employer=EMPLOYER, demand=stated["id"])
    judge.ask("withdrawDemand", "coordinator", employer=EMPLOYER, demand=stated["id"])
    second = judge.ask("stateDemand", "coordinator", {**TERMS, "round": "second-call"}, employer=EMPLOYER)
    judge.ask("approveDemand", "lead", {"positions": 1}, demand=second["id"])
    judge.ask("publishCall", "lead", {"channels": ["press"]}, round="second-call")
    judge.ask("startCandidacy", "anonymous", {"name": "Ebba Ek", "email": "ebba@people.example"}, round="first-call")
    for name in ["listProgrammes", "listMembers", "listOccasions", "openapi"]:
        judge.ask(name, "anonymous")
    vacancies = judge.ask("listVacancies", "anonymous")["vacancies"]
    judge.ask("showVacancy", "anonymous", vacancy=vacancies[0]["id"])


def select(judge):
    """Once the deadline has passed; the ids that there are to ask for."""
    judge.ask("releasePool", "lead", round="first-call")
    pool = judge.ask("listPool", "coordinator", query={"round": "first-call"}, employer=EMPLOYER)
    assert pool["total"] == 400 and len(pool["candidacies"]) == 50, "the demo's pool is not there"
    first, second, third = [one["id"] for one in pool["candidacies"][:3]]
    here = {"employer": EMPLOYER, "round": "first-call"}
    judge.ask("showPoolCandidacy", "coordinator", employer=EMPLOYER, candidacy=first)
    judge.ask("assessCandidacy", "coordinator", {"verdict": "qualified"}, employer=EMPLOYER, candidacy=first)
    judge.ask("arrangeRanking", "lead", {"candidacies": [first, second]}, **here)
    board = judge.ask("showRanking", "coordinator", **here)
    judge.ask("certifyRanking", "coordinator", {"seen": board["changed_at"]}, **here)
    demand = board["places"][0]["demand"]
    offer = judge.ask("makeOffer", "coordinator", {"demand": demand, "candidacy": first}, employer=EMPLOYER)
    judge.ask("withdrawOffer", "coordinator", employer=EMPLOYER, offer=offer["id"])
    hire = {
        "round": "first-call", "name": "Nils Ny", "email": "nils@people.example", "field": "Energy",
        "hired_on": day(-20)}
    nomination = judge.ask("nominateHire", "coordinator", hire, employer=EMPLOYER)
    judge.ask("withdrawNomination", "coordinator", employer=EMPLOYER, nomination=nomination["id"])
    judge.ask("listCandidacies", "lead", query={"after": 50}, round="first-call")
    judge.ask("showCandidacy", "lead", round="first-call", candidacy=second)
    judge.ask("withdrawCandidacy", "lead", candidacy=third)
    matter = judge.ask("raiseMatter", "lead", {"kind": "legal", "title": "Who signs?"})
    judge.ask("settleMatter", "lead", {"settlement": "The chair"}, matter=matter["id"])
    look(judge)
    return {
        "round": "first-call", "employer": EMPLOYER, "organisation": EMPLOYER, "programme": "trainee",
        "candidacy": first, "demand": demand, "vacancy": demand, "offer": offer["id"],
        "nomination": nomination["id"], "matter": matter["id"]}


def look(judge):
    """What more than one role reads."""
    for name in ["listMatters", "listInterests"]:
        judge.ask(name, "lead")
    judge.ask("showRound", "lead", round="first-call")
    judge.ask("funnel", "integration", query={"round": "first-call"})
    judge.ask("listEvents", "integration", query={"after": 3, "limit": 200})
    judge.ask("listRounds", "integration")
    for name in ["listDemands", "listOffers", "listNominations"]:
        for role in ["lead", "coordinator", "integration"]:
            judge.ask(name, role, round="first-call")


def end(judge):
    """No round is closed while an offer waits for its answer."""
    for offer in judge.ask("listOffers", "coordinator", round="first-call")["offers"]:
        if offer["state"] == "open":
            judge.ask("withdrawOffer", "coordinator", employer=EMPLOYER, offer=offer["id"])
    judge.ask("closeRound", "lead", round="first-call")
