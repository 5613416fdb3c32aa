"""What trainees cost, from the payer's word to the credit note."""

from scheme import HOME, RUNNING, month

ADDRESS = {"street": "Storgata 1", "postcode": "0155", "city": "Oslo", "country": "NO"}
SELLER = {
    **ADDRESS, "name": "Scheme", "organisation_number": "310000019", "account": "15031234562", "reference": "kid",
    "treatment": "outside_scope", "reason": "Not registered"}
PAYER = {
    **ADDRESS, "name": "Home", "organisation_number": "310001023", "buyer_reference": "4711",
    "email": "invoice@home.example"}


def prepare(judge):
    """The ids that there are to ask for: a charge nobody has committed to, a draft, an invoice."""
    judge.ask("registerSeller", "lead", SELLER)
    judge.ask("registerPayer", "lead", PAYER, employer=HOME)
    charges = [one for one in judge.ask("listCharges", "lead")["charges"] if one["state"] == "charged"]
    cohort = judge.ask("showCohort", "lead", cohort="running")["id"]
    mine = [one["id"] for one in charges if one["cohort"] == cohort]
    free = next(one["id"] for one in charges if one["cohort"] != cohort)
    judge.ask("prorateCharge", "lead", {
        "starts_on": str(RUNNING[0]), "ends_before": str(month(2))}, charge=mine[0])
    judge.ask("divideCharge", "lead", {"shares": [{"payer": HOME, "weight": 1}]}, charge=mine[0])
    judge.ask("commitFees", "coordinator", {"cohort": cohort, "charges": mine, "name": "Kari"}, employer=HOME)
    sent = {"payer": HOME, "cohort": cohort}
    judge.ask("discardDraft", "lead", draft=judge.ask("draftInvoice", "lead", sent)["id"])
    invoice = judge.ask("draftInvoice", "lead", sent)["id"]
    judge.ask("listDrafts", "lead")
    judge.ask("issueInvoice", "lead", draft=invoice)
    judge.ask("mailInvoice", "lead", invoice=invoice)
    part = [{"line": 1, "amount": {"minor_units": 100, "currency": "NOK"}}]
    judge.ask("creditInvoice", "lead", {"lines": part}, invoice=invoice)
    judge.ask("creditInvoice", "lead", {"reopens": True}, invoice=invoice)
    draft = judge.ask("draftInvoice", "lead", sent)["id"]
    judge.ask("listInvoices", "lead")
    return {"charge": free, "draft": draft, "invoice": invoice, "payer": HOME}
