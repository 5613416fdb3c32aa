"""A UBL document as rules look at it."""
from decimal import Decimal, InvalidOperation

BASIC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"
AGGREGATE = "{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}"
NAMES = {"b": BASIC[1:-1], "a": AGGREGATE[1:-1]}


class Document:
    def __init__(self, tree):
        self.root = tree.getroot()
        self.kind = self.root.tag.rsplit("}", 1)[1]
        self.seller = self.one("a:AccountingSupplierParty/a:Party")
        self.buyer = self.one("a:AccountingCustomerParty/a:Party")
        self.lines = self.all(f"a:{self.kind}Line")
        self.quantity = "b:InvoicedQuantity" if self.kind == "Invoice" else "b:CreditedQuantity"

    def all(self, path, at=None):
        return (self.root if at is None else at).xpath(path, namespaces=NAMES)

    def one(self, path, at=None):
        found = self.all(path, at)
        return found[0] if found else None

    def text(self, path, at=None):
        """The first match's text without blanks around it; None when there is none."""
        found = self.one(path, at)
        return None if found is None else (found.text or "").strip()

    def texts(self, path, at=None):
        return [(found.text or "").strip() for found in self.all(path, at)]

    def number(self, path, at=None):
        try:
            return Decimal(self.text(path, at) or "")
        except InvalidOperation:
            return None

    def country(self, party):
        return self.text("a:PostalAddress/a:Country/b:IdentificationCode", party)

    def tax_number(self, party, scheme):
        return self.text(f"a:PartyTaxScheme[a:TaxScheme/b:ID='{scheme}']/b:CompanyID", party)

    @property
    def is_norwegian(self):
        return self.country(self.seller) == "NO"
