"""What Kohort promises of its documents beyond the official rules, which would let these through."""
from decimal import ROUND_HALF_UP, Decimal

import digits

RULES = {}
ORE = Decimal("0.01")


def rule(name):
    def keep(check):
        RULES[name] = check
        return check
    return keep


def findings(document):
    return [(name, "fatal") for name, keeps in RULES.items() if not keeps(document)]


@rule("KOHORT-DUE")
def due_after_issue(d):
    """An invoice is due, and not before it was issued (bokføringsforskriften § 5-1-1)."""
    if d.kind != "Invoice":
        return True
    due = d.text("b:DueDate")
    return due is not None and due >= d.text("b:IssueDate")


@rule("KOHORT-REFERENCE")
def payment_reference(d):
    """What a payment is told by: a KID, an OCR reference, or the document's own number."""
    if d.kind != "Invoice":
        return True
    reference = d.text("a:PaymentMeans/b:PaymentID") or ""
    valid = digits.kid if d.is_norwegian else digits.ocr
    return reference == d.text("b:ID") or reference.isdigit() and valid(reference)


@rule("KOHORT-ACCOUNT")
def account(d):
    """A credit transfer to an account of the seller's country with a right check digit."""
    if d.kind != "Invoice":
        return not d.all("a:PaymentMeans")
    number = d.text("a:PaymentMeans[b:PaymentMeansCode='30']/a:PayeeFinancialAccount/b:ID") or ""
    branch = d.text("a:PaymentMeans/a:PayeeFinancialAccount/a:FinancialInstitutionBranch/b:ID")
    if d.is_norwegian:
        return branch is None and digits.norwegian_account(number)
    return branch in ("SE:BANKGIRO", "SE:PLUSGIRO") and digits.luhn(number)


@rule("KOHORT-CREDIT")
def credit_refers(d):
    """A credit note names the invoice and its date (ML 17:22); an invoice names none."""
    named = d.texts("a:BillingReference/a:InvoiceDocumentReference/b:ID")
    dated = d.texts("a:BillingReference/a:InvoiceDocumentReference/b:IssueDate")
    if d.kind == "Invoice":
        return not named
    return len(named) == len(dated) == 1 and named[0] != d.text("b:ID") and dated[0] <= d.text("b:IssueDate")


@rule("KOHORT-TAX")
def exact_tax(d):
    """To the øre, and for a credit note within one, since its tax is what the rest no longer bears."""
    slack = ORE if d.kind == "CreditNote" else 0
    for group in d.all("a:TaxTotal/a:TaxSubtotal"):
        net, tax = d.number("b:TaxableAmount", group), d.number("b:TaxAmount", group)
        rate = d.number("a:TaxCategory/b:Percent", group) or Decimal(0)
        if abs((net * rate / 100).quantize(ORE, ROUND_HALF_UP) - tax) > slack:
            return False
    return True


@rule("KOHORT-RATE")
def national_rates(d):
    return all(percent in ("0", "25") for percent in d.texts("//a:TaxCategory/b:Percent"))


@rule("KOHORT-NUMBER")
def own_series(d):
    """F for invoices, K for credit notes, then digits without leading zeros."""
    number = d.text("b:ID") or ""
    series = "F" if d.kind == "Invoice" else "K"
    return number[:1] == series and number[1:].isdigit() and not number[1:].startswith("0")


@rule("KOHORT-UNIT")
def unit(d):
    """Pieces, and never STK, which means a cigarette in the official list."""
    return all(e.get("unitCode") == "C62" for e in d.all("//b:InvoicedQuantity | //b:CreditedQuantity"))


@rule("KOHORT-CURRENCY")
def own_currency(d):
    return d.text("b:DocumentCurrencyCode") == ("NOK" if d.is_norwegian else "SEK")


@rule("KOHORT-POSITIVE")
def positive(d):
    amounts = [d.number("b:LineExtensionAmount", line) for line in d.lines]
    return all(amount is not None and amount > 0 for amount in amounts)
