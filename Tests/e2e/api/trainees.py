"""Trainees from their entrance to the cohort's end: each operation of delivery succeeds once, by the role that it is for."""

import datetime

from scheme import AWAY, HOME, OVER, RUNNING, TODAY, month

#: What the trainee itself, its mentor and its supervisor do.
OWN = {"supervisor": HOME, "mentor": HOME, "trainee": HOME}


def contact(name):
    return {"name": name.title(), "email": f"{name}@people.example"}


def enter(judge, cohort, name):
    """A trainee of the home municipality."""
    sent = {**contact(name), "employer": HOME, "field": "Roads", "contract": "permanent"}
    return judge.ask("enterTrainee", "lead", sent, cohort=cohort)["id"]


def plan(judge, trainee, days, hosts=(HOME, AWAY)):
    """Two placements; their ids."""
    judge.ask("planPlacements", "lead", {"placements": [
        {"part": str(number + 1), "host": host, "starts_on": str(days[number]), "ends_before": str(days[number + 1])}
        for number, host in enumerate(hosts)]}, trainee=trainee)
    return [one["id"] for one in judge.ask("showTrainee", "lead", trainee=trainee)["placements"]]


def prepare(judge):
    """The running cohort; the ids that there are to ask for."""
    for cohort in ["running", "over"]:
        judge.ask("confirmAims", "coordinator", {"employer": HOME}, cohort=cohort)
    unit = judge.ask("listHosts", "lead")["hosts"][0]
    unit = next(one for one in judge.ask("listHosts", "lead")["hosts"] if one["slug"] == HOME)["units"][0]["id"]
    judge.ask("nameManager", "coordinator", contact("manager"), employer=HOME, unit=unit)
    trainee = enter(judge, "running", "tina")
    placements = plan(judge, trainee, [RUNNING[0], month(2), RUNNING[1]])
    judge.ask("movePlacement", "lead", {
        "host": HOME, "unit": unit, "starts_on": str(month(2)), "ends_before": str(RUNNING[1])},
        trainee=trainee, placement=placements[1])
    mentorship = follow(judge, trainee, placements[0])
    leave, talk = work(judge, trainee, placements[0])
    gathering = meet(judge, trainee)
    look(judge, trainee, placements[0])
    person = judge.ask("listMentors", "lead")["mentors"][0]["person"]
    document, code = end(judge)
    return {
        "cohort": "running", "trainee": trainee, "placement": placements[0], "gathering": gathering, "talk": talk,
        "person": person, "unit": unit, "goal": "ethics", "item": "inform", "outcome": "offered", "number": 1,
        "leave": leave, "mentorship": mentorship,
        "document": document, "code": code, "employer": HOME}


def follow(judge, trainee, placement):
    judge.ask("nameToPool", "coordinator", contact("pool"), employer=HOME)
    judge.ask("nameToPool", "coordinator", contact("gone"), employer=HOME)
    pool = judge.ask("listMentors", "lead")["mentors"]
    gone = next(one["person"] for one in pool if one["name"] == "Gone")
    judge.ask("leavePool", "coordinator", employer=HOME, person=gone)
    early = judge.ask("nameMentor", "lead", contact("early"), trainee=trainee)["id"]
    judge.ask("endMentorship", "lead", trainee=trainee, mentorship=early)
    mentorship = judge.ask("nameMentor", "lead", contact("mentor"), trainee=trainee)["id"]
    judge.ask("nameSupervisor", "coordinator", contact("early"), placement=placement)
    judge.ask("endSupervision", "coordinator", placement=placement)
    judge.ask("nameSupervisor", "coordinator", contact("supervisor"), placement=placement)
    judge.ask("markAsLine", "coordinator", contact("boss"), trainee=trainee)
    line = judge.ask("showTrainee", "lead", trainee=trainee)["line"]
    boss = next(one["person"] for one in line if one["name"] == "Boss")
    judge.ask("unmarkLine", "coordinator", trainee=trainee, person=boss)
    return mentorship


def work(judge, trainee, placement):
    """What happens in a placement; the ids of a leave and a talk."""
    held = {"held_on": str(RUNNING[0] + datetime.timedelta(days=20))}
    lost = judge.ask("logMentorTalk", "mentor", held, trainee=trainee)["id"]
    judge.ask("retractTalk", "lead", trainee=trainee, talk=lost)
    talk = judge.ask("logMentorTalk", "mentor", held, trainee=trainee)["id"]
    judge.ask("logSupervisorTalk", "supervisor", held, placement=placement)
    judge.ask("writePlan", "supervisor", {
        "responsibilities": "Roads", "tasks": "Plans", "goals": ["Procurement"]}, placement=placement)
    judge.ask("agreeAsSupervisor", "supervisor", placement=placement)
    judge.ask("agreeAsTrainee", "trainee", placement=placement)
    judge.ask("reachLearningGoal", "supervisor", {"on": str(TODAY)}, placement=placement, number=1)
    judge.ask("evaluatePlacement", "supervisor", {"text": "Good"}, placement=placement)
    for name, noun in [("tickItem", "item"), ("untickItem", "item")]:
        judge.ask(name, "coordinator", trainee=trainee, **{noun: "inform"})
    judge.ask("reachGoal", "lead", {"on": str(TODAY)}, trainee=trainee, goal="ethics")
    judge.ask("unreachGoal", "lead", trainee=trainee, goal="ethics")
    judge.ask("recordEducation", "trainee", {
        "held_on": str(RUNNING[0]), "hours": 7, "about": "Maps"}, trainee=trainee)
    away = {"starts_on": str(month(3)), "ends_before": str(month(4)), "reason": "care"}
    dropped = judge.ask("recordLeave", "coordinator", away, trainee=trainee)["id"]
    judge.ask("cancelLeave", "coordinator", trainee=trainee, leave=dropped)
    leave = judge.ask("recordLeave", "coordinator", away, trainee=trainee)["id"]
    later = str(RUNNING[1] + datetime.timedelta(days=90))
    judge.ask("extendTrainee", "lead", {"until": later, "reason": "Ill"}, trainee=trainee)
    judge.ask("extendProbation", "coordinator", {"until": str(month(8)), "reason": "Ill"}, trainee=trainee)
    judge.ask("recordOutcome", "lead", {"kind": "offered", "on": str(TODAY)}, trainee=trainee)
    judge.ask("clearOutcome", "lead", trainee=trainee, outcome="offered")
    return leave, talk


def meet(judge, trainee):
    """Gatherings, held and ahead; the id of one ahead."""
    held = {"kind": "gathering", "title": "Start", "first_day": str(month(-8)), "last_day": str(month(-8))}
    past = judge.ask("planGathering", "lead", held, cohort="running")["id"]
    judge.ask("recordAttendance", "lead", {"trainee": trainee, "days": [str(month(-8))]}, gathering=past)
    judge.ask("writeReflection", "trainee", {
        "trainee": trainee, "outcome": "Much", "content": "Roads", "participation": "All of it"}, gathering=past)
    seminar = judge.ask("planGathering", "lead", {**held, "kind": "employer_seminar"}, cohort="running")["id"]
    judge.ask("recordEmployerAttendance", "lead", {"employer": HOME, "persons": 2}, gathering=seminar)
    ahead = {"title": "Next", "first_day": str(month(2)), "last_day": str(month(2))}
    gathering = judge.ask("planGathering", "lead", {**ahead, "kind": "gathering"}, cohort="running")["id"]
    judge.ask("moveGathering", "lead", {**ahead, "place": "Oslo"}, gathering=gathering)
    judge.ask("fixContent", "lead", {"content": "Ethics"}, gathering=gathering)
    judge.ask("prepareTrainee", "coordinator", {"trainee": trainee}, gathering=gathering)
    dropped = judge.ask("planGathering", "lead", {**ahead, "kind": "gathering"}, cohort="running")["id"]
    judge.ask("cancelGathering", "lead", gathering=dropped)
    return gathering


def look(judge, trainee, placement):
    for name in ["listCohorts", "listContacts", "listMentors", "listHosts", "listCharges", "listInvoices", "results"]:
        judge.ask(name, "lead")
    for name in [
        "showCohort", "showBoard", "listSupervisorGaps", "listOverdueTalks", "listTrainees", "listGatherings",
        "listEvaluations"]:
        judge.ask(name, "lead", cohort="running")
    for name in [
        "listGoals", "listTalks", "showEducation", "listDocuments", "listTraineeEvaluations"]:
        judge.ask(name, "lead", trainee=trainee)
    judge.ask("listTraineeGatherings", "trainee", trainee=trainee)
    judge.ask("showPlan", "supervisor", placement=placement)


def end(judge):
    """The cohort that is over, closed; the id and the code of a document."""
    first, mistake, early, left = [enter(judge, "over", name) for name in ["anna", "mona", "eli", "lars"]]
    judge.ask("removeTrainee", "lead", trainee=mistake)
    judge.ask("hireEarly", "lead", {"on": str(month(-4))}, trainee=early)
    judge.ask("withdrawTrainee", "coordinator", {"on": str(month(-5)), "reason": "moved"}, trainee=left)
    for placement in plan(judge, first, [OVER[0], month(-10), OVER[1]], (HOME, HOME)):
        judge.ask("evaluatePlacement", "supervisor", {"text": "Good"}, placement=placement)
    judge.ask("nameProject", "trainee", {"title": "Water"}, trainee=first)
    judge.ask("handInProject", "trainee", {"summary": "Less of it"}, trainee=first)
    judge.ask("assessProject", "lead", {"verdict": "passed"}, trainee=first)
    judge.ask("showProject", "lead", trainee=first)
    judge.ask("evaluateProgramme", "trainee", {"text": "Good"}, trainee=first)
    judge.ask("evaluateCohort", "coordinator", {"employer": HOME, "text": "Good"}, cohort="over")
    judge.ask("completeTrainee", "lead", {"on": str(OVER[1] - datetime.timedelta(days=1))}, trainee=first)
    diploma = judge.ask("awardDiploma", "lead", trainee=first)["id"]
    certificate = judge.ask("issueCertificate", "coordinator", trainee=first)["id"]
    documents = judge.ask("listDocuments", "lead", trainee=first)["documents"]
    code = next(one["code"] for one in documents if one["id"] == diploma)
    judge.ask("verifyDocument", "anonymous", code=code)
    judge.ask("revokeDocument", "lead", trainee=first, document=certificate)
    judge.ask("closeCohort", "lead", cohort="over")
    return diploma, code
