"""The rules of Peppol BIS Billing 3.0.21 and its Norwegian and Swedish ones, restated for what Kohort issues.

Each rule is a function under its official name, hyphens as underscores; it answers whether the document keeps it.
"""
import datetime
import re
from decimal import Decimal

import digits

RULES = {}
WARNINGS = {"NO-R-002", "SE-R-007", "SE-R-008", "SE-R-009", "SE-R-010", "SE-R-011", "SE-R-012"}
SPECIFICATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
# The lists of electronic addresses that a Nordic party stands in; the official list is longer.
ADDRESS_LISTS = {"0192", "0007", "0184", "0088", "0216", "0037"}
# A partial and a corrected invoice, which only Germans may send each other.
GERMAN_TYPES = ("326", "384")
CATEGORY_OF_REASON = {
    "VATEX-EU-G": ("P0104", "G"), "VATEX-EU-O": ("P0105", "O"), "VATEX-EU-IC": ("P0106", "K"),
    "VATEX-EU-AE": ("P0107", "AE"), "VATEX-EU-D": ("P0108", "E"), "VATEX-EU-F": ("P0109", "E"),
    "VATEX-EU-I": ("P0110", "E"), "VATEX-EU-J": ("P0111", "E"),
}


def rule(name, only=lambda document: True):
    def keep(check):
        RULES[name] = lambda document: not only(document) or check(document)
        return check
    return keep


def norwegian(document):
    return document.is_norwegian


def swedish(document):
    return document.country(document.seller) == "SE"


def findings(document):
    """The names of the rules that are broken, each with its weight."""
    broken = [name for name, keeps in RULES.items() if not keeps(document)]
    return [(name, "warning" if name in WARNINGS else "fatal") for name in broken] + reasons(document)


def reasons(document):
    """A reason code that belongs to another category."""
    found = []
    for category in document.all("//a:TaxCategory"):
        code = (document.text("b:TaxExemptionReasonCode", category) or "").upper()
        name, wanted = CATEGORY_OF_REASON.get(code, (None, None))
        if name and document.text("b:ID", category) != wanted:
            found.append((f"PEPPOL-EN16931-{name}", "fatal"))
    return found


# The document as a whole

@rule("PEPPOL-EN16931-R001")
def has_profile(d): return d.text("b:ProfileID") is not None


@rule("PEPPOL-EN16931-R007")
def known_profile(d): return d.text("b:ProfileID") == PROFILE


@rule("PEPPOL-EN16931-R004")
def known_specification(d): return d.text("b:CustomizationID") == SPECIFICATION


@rule("PEPPOL-EN16931-R002")
def one_note(d): return len(d.all("b:Note")) < 2


@rule("PEPPOL-EN16931-R003")
def buyer_can_sort(d): return bool(d.all("b:BuyerReference") or d.all("a:OrderReference/b:ID"))


@rule("PEPPOL-EN16931-R008")
def nothing_empty(d): return all(len(e) or (e.text or "").strip() for e in d.root.iter("*"))


@rule("PEPPOL-EN16931-R051")
def one_currency(d):
    currency = d.text("b:DocumentCurrencyCode")
    return all(e.get("currencyID") == currency for e in d.all("//*[@currencyID]"))


@rule("PEPPOL-EN16931-R053")
def one_tax_breakdown(d): return len(d.all("a:TaxTotal[a:TaxSubtotal]")) == 1


@rule("PEPPOL-EN16931-R054")
def no_tax_total_alone(d): return not d.all("a:TaxTotal[not(a:TaxSubtotal)]")


@rule("PEPPOL-EN16931-P0100", lambda d: d.kind == "Invoice")
def invoice_type(d): return d.text("b:InvoiceTypeCode") in ("380", *GERMAN_TYPES)


@rule("PEPPOL-EN16931-P0112")
def german_types(d): return d.text("b:InvoiceTypeCode") not in GERMAN_TYPES


@rule("PEPPOL-EN16931-P0101", lambda d: d.kind == "CreditNote")
def credit_note_type(d): return d.text("b:CreditNoteTypeCode") == "381"


@rule("PEPPOL-EN16931-F001")
def dates_are_days(d):
    names = "b:IssueDate b:DueDate b:TaxPointDate b:StartDate b:EndDate b:ActualDeliveryDate".split()
    return all(is_day(e.text) for name in names for e in d.all("//" + name))


def is_day(text):
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text or "")) and bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False


# Parties

@rule("PEPPOL-EN16931-R020")
def seller_has_address(d): return bool(d.all("b:EndpointID", d.seller))


@rule("PEPPOL-EN16931-R010")
def buyer_has_address(d): return bool(d.all("b:EndpointID", d.buyer))


@rule("PEPPOL-EN16931-CL008")
def addresses_are_in_lists(d): return all(e.get("schemeID") in ADDRESS_LISTS for e in d.all("//b:EndpointID"))


def numbers(d, scheme):
    return d.texts(f"//b:EndpointID[@schemeID='{scheme}'] | //b:CompanyID[@schemeID='{scheme}']")


@rule("PEPPOL-COMMON-R041")
def norwegian_numbers(d): return all(map(digits.norwegian_organisation, numbers(d, "0192")))


@rule("PEPPOL-COMMON-R049")
def swedish_numbers(d): return all(map(digits.swedish_organisation, numbers(d, "0007")))


# Lines

@rule("PEPPOL-EN16931-R120")
def lines_multiply(d): return all(line_multiplies(d, line) for line in d.lines)


def line_multiplies(d, line):
    factors = d.number(d.quantity, line), d.number("a:Price/b:PriceAmount", line)
    amount = d.number("b:LineExtensionAmount", line)
    return None not in (*factors, amount) and abs(factors[0] * factors[1] - amount) <= Decimal("0.02")


@rule("PEPPOL-EN16931-R121")
def price_bases(d): return all(Decimal(t) > 0 for t in d.texts("//a:Price/b:BaseQuantity"))


# Norway

@rule("NO-R-001", norwegian)
def norwegian_tax_number(d):
    number = d.tax_number(d.seller, "VAT")
    if number is None:
        return True
    return bool(re.fullmatch(r"NO\d{9}MVA", number)) and digits.norwegian_organisation(number[2:11])


@rule("NO-R-002", norwegian)
def norwegian_register(d): return d.tax_number(d.seller, "TAX") == "Foretaksregisteret"


# Sweden

def legal(d): return d.text("a:PartyLegalEntity/b:CompanyID", d.seller) or ""


@rule("SE-R-001", swedish)
def swedish_tax_number_length(d): return len(d.tax_number(d.seller, "VAT") or "SE" + 12 * "0") == 14


@rule("SE-R-002", swedish)
def swedish_tax_number_digits(d): return (d.tax_number(d.seller, "VAT") or "SE1")[2:].isdigit()


@rule("SE-R-003", swedish)
def swedish_number_digits(d): return legal(d).isdigit()


@rule("SE-R-004", swedish)
def swedish_number_length(d): return len(legal(d)) == 10


@rule("SE-R-013", swedish)
def swedish_number_check(d): return digits.luhn(legal(d))


@rule("SE-R-005", swedish)
def approved_for_f_tax(d):
    words = d.texts("a:PartyTaxScheme[a:TaxScheme/b:ID!='VAT']/b:CompanyID", d.seller)
    return all(word.upper() == "GODKÄND FÖR F-SKATT" for word in words)


@rule("SE-R-006", swedish)
def swedish_rates(d):
    categories = d.all("//a:TaxCategory[b:ID='S'] | //a:ClassifiedTaxCategory[b:ID='S']")
    return all(d.number("b:Percent", category) in (6, 12, 25) for category in categories)


def giro(d, branch):
    path = f"//a:PayeeFinancialAccount[a:FinancialInstitutionBranch/b:ID='{branch}']/b:ID"
    return d.texts(path)


@rule("SE-R-007", swedish)
def plusgiro_digits(d): return all(n.isdigit() for n in giro(d, "SE:PLUSGIRO"))


@rule("SE-R-010", swedish)
def plusgiro_length(d): return all(2 <= len(n) <= 8 for n in giro(d, "SE:PLUSGIRO"))


@rule("SE-R-008", swedish)
def bankgiro_digits(d): return all(n.isdigit() for n in giro(d, "SE:BANKGIRO"))


@rule("SE-R-009", swedish)
def bankgiro_length(d): return all(len(n) in (7, 8) for n in giro(d, "SE:BANKGIRO"))


@rule("SE-R-011", swedish)
def no_old_payment_codes(d): return not {"50", "56"} & set(d.texts("//b:PaymentMeansCode"))


@rule("SE-R-012", swedish)
def no_domestic_transfer(d): return d.country(d.buyer) != "SE" or "31" not in d.texts("//b:PaymentMeansCode")
