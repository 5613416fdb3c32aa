"""Faults that are planted in good documents, each with the rule that must report it."""
from document import NAMES

SELLER, BUYER = "a:AccountingSupplierParty/a:Party", "a:AccountingCustomerParty/a:Party"
REMOVE = object()

# What is wrong; in which document; where; what stands there instead; the rule that says so.
FAULTS = [
    ("no profile", "norway-F1", "b:ProfileID", REMOVE, "PEPPOL-EN16931-R001"),
    ("another profile", "norway-F1", "b:ProfileID", "urn:other", "PEPPOL-EN16931-R007"),
    ("another specification", "sweden-F1", "b:CustomizationID", "urn:cen.eu:en16931:2017", "PEPPOL-EN16931-R004"),
    ("no buyer reference", "norway-F1", "b:BuyerReference", REMOVE, "PEPPOL-EN16931-R003"),
    ("an empty element", "norway-F1", "b:BuyerReference", "", "PEPPOL-EN16931-R008"),
    ("no address of the buyer", "norway-F1", BUYER + "/b:EndpointID", REMOVE, "PEPPOL-EN16931-R010"),
    ("no address of the seller", "sweden-K1", SELLER + "/b:EndpointID", REMOVE, "PEPPOL-EN16931-R020"),
    ("an unknown list of addresses", "norway-F1", BUYER + "/b:EndpointID/@schemeID", "9999", "PEPPOL-EN16931-CL008"),
    ("a Norwegian check digit", "norway-F1", BUYER + "/b:EndpointID", "123456784", "PEPPOL-COMMON-R041"),
    ("a Swedish check digit", "sweden-F1", BUYER + "/b:EndpointID", "2120001232", "PEPPOL-COMMON-R049"),
    ("another currency on a sum", "norway-F1", "a:TaxTotal/b:TaxAmount/@currencyID", "SEK", "PEPPOL-EN16931-R051"),
    ("a line that does not multiply", "norway-F1", "a:InvoiceLine[1]/b:InvoicedQuantity", "4", "PEPPOL-EN16931-R120"),
    ("a credit note with an invoice's type", "norway-K1", "b:CreditNoteTypeCode", "380", "PEPPOL-EN16931-P0101"),
    ("an invoice with a correction's type", "norway-F1", "b:InvoiceTypeCode", "384", "PEPPOL-EN16931-P0112"),
    ("an invoice of no known type", "norway-F1", "b:InvoiceTypeCode", "999", "PEPPOL-EN16931-P0100"),
    ("30 February", "norway-F1", "b:DueDate", "2027-02-30", "PEPPOL-EN16931-F001"),
    ("a Norwegian tax number", "norway-taxed-F1", SELLER + "/a:PartyTaxScheme[1]/b:CompanyID", "NO945678909",
     "NO-R-001"),
    ("no register", "norway-taxed-F1", SELLER + "/a:PartyTaxScheme[2]/b:CompanyID", "Enhetsregisteret", "NO-R-002"),
    ("a short Swedish tax number", "sweden-F1", SELLER + "/a:PartyTaxScheme[1]/b:CompanyID", "SE5569998882",
     "SE-R-001"),
    ("other words than F-tax", "sweden-F1", SELLER + "/a:PartyTaxScheme[2]/b:CompanyID", "F-skatt", "SE-R-005"),
    ("a Swedish rate of 24 %", "sweden-F1", "//a:ClassifiedTaxCategory/b:Percent", "24", "SE-R-006"),
    ("a Swedish company number", "sweden-F1", SELLER + "/a:PartyLegalEntity/b:CompanyID", "5569998881", "SE-R-013"),
    ("a Bankgiro of six digits", "sweden-F1", "//a:PayeeFinancialAccount/b:ID", "505012", "SE-R-009"),
    ("an old payment code", "sweden-F1", "//b:PaymentMeansCode", "50", "SE-R-011"),
    ("a reason of another category", "norway-F1", "//a:TaxCategory/b:TaxExemptionReasonCode", "VATEX-EU-AE",
     "PEPPOL-EN16931-P0107"),
    ("elements out of order", "norway-F1", "b:DueDate", "swap", "XSD"),
    ("a total that does not sum", "norway-F1", "a:LegalMonetaryTotal/b:PayableAmount", "1.00", "BR-CO-16"),
    ("net that does not sum", "sweden-K2", "a:LegalMonetaryTotal/b:LineExtensionAmount", "1.00", "BR-CO-10"),
    ("no reason for the exemption", "norway-exempt-F1", "//a:TaxCategory/b:TaxExemptionReason", REMOVE, "BR-E-10"),
    ("a tax number outside the tax", "norway-F1", SELLER + "/a:PartyTaxScheme", "add", "BR-O-02"),
    ("an unknown reason code", "sweden-exempt-F1", "//a:TaxCategory/b:TaxExemptionReasonCode", "MVAL-3-5", "BR-CL-22"),
    ("no account", "norway-F1", "//a:PayeeFinancialAccount", REMOVE, "BR-61"),
    ("due before it is issued", "norway-F1", "b:DueDate", "2027-02-28", "KOHORT-DUE"),
    ("a KID's check digit", "norway-F1", "a:PaymentMeans/b:PaymentID", "000010000015", "KOHORT-REFERENCE"),
    ("an OCR reference's length", "sweden-F1", "a:PaymentMeans/b:PaymentID", "0000100000107", "KOHORT-REFERENCE"),
    ("an account's check digit", "norway-F1", "//a:PayeeFinancialAccount/b:ID", "15031234563", "KOHORT-ACCOUNT"),
    ("a credit of nothing", "sweden-K1", "a:BillingReference", REMOVE, "KOHORT-CREDIT"),
    ("tax that is an øre out", "norway-taxed-F1", "a:TaxTotal//b:TaxAmount", "+0.01", "KOHORT-TAX"),
    ("a Norwegian rate of 24 %", "norway-taxed-F1", "//b:Percent", "24", "KOHORT-RATE"),
    ("a number with a prefix", "norway-K1", "b:ID", "KN-F1", "KOHORT-NUMBER"),
    ("cigarettes", "norway-F1", "a:InvoiceLine[1]/b:InvoicedQuantity/@unitCode", "STK", "KOHORT-UNIT"),
    ("Swedish kronor in Norway", "norway-F1", "b:DocumentCurrencyCode", "SEK", "KOHORT-CURRENCY"),
    ("a negative line", "norway-K1", "a:CreditNoteLine[1]/b:LineExtensionAmount", "-1.00", "KOHORT-POSITIVE"),
]


def plant(judge, paths, read):
    """Answers how many faults were planted, and what was said of those that went unreported."""
    missed = []
    for what, document, path, instead, rule in FAULTS:
        tree = read(paths[document])
        before = {name for name, _ in judge.findings(tree)}
        apply(tree.getroot(), path, instead)
        found = {name for name, _ in judge.findings(tree)}
        if rule in before or rule not in found:
            missed.append(f"{what} in {document}: {rule} not among {sorted(found - before)}")
    return len(FAULTS), missed


def apply(root, path, instead):
    if instead == "add":
        return add_tax_number(root)
    owner, _, attribute = path.partition("/@")
    for element in root.xpath(owner, namespaces=NAMES):
        if attribute:
            element.set(attribute, instead)
        elif instead is REMOVE:
            element.getparent().remove(element)
        elif instead == "swap":
            element.getparent().insert(0, element)
        elif instead.startswith("+"):
            element.text = f"{float(element.text) + float(instead):.2f}"
        else:
            element.text = instead


def add_tax_number(root):
    """Gives the seller a tax number before its legal entity."""
    legal = root.xpath(SELLER + "/a:PartyLegalEntity", namespaces=NAMES)[0]
    scheme = legal.makeelement(f"{{{NAMES['a']}}}PartyTaxScheme")
    company = legal.makeelement(f"{{{NAMES['b']}}}CompanyID")
    company.text = "NO945678909MVA"
    tax = legal.makeelement(f"{{{NAMES['a']}}}TaxScheme")
    name = legal.makeelement(f"{{{NAMES['b']}}}ID")
    name.text = "VAT"
    tax.append(name)
    scheme.extend([company, tax])
    legal.addprevious(scheme)
