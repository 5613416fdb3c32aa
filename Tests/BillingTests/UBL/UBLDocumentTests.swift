import Billing
import KohortCore
import KohortStore
import KohortTesting
import Testing

struct UBLDocumentTests {
    @Test func `a Norwegian invoice byte for byte`() async throws {
        let world = try await BillingWorld.make()
        try await world.register()
        let issued = try await world.issued(2)
        let xml = try await world.fetch(IssuedDocumentFile(invoice: issued)).xml.bytes
        #expect(String(decoding: xml, as: UTF8.self) == Self.norwegian)
    }

    @Test func `a credit note refers to its invoice, has its own type and nothing to pay`() async throws {
        let world = try await BillingWorld.make(.sweden, fees: [.trainee(.sek)])
        try await world.register(.swedish, .swedish)
        let note = InvoiceID.new()
        try await world.perform(CreditInvoice(id: note, invoice: try await world.issued()))
        let xml = String(
            decoding: try await world.fetch(IssuedDocumentFile(invoice: note)).xml.bytes, as: UTF8.self)
        #expect(xml.contains("<CreditNote xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2\""))
        #expect(xml.contains("<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>"))
        #expect(xml.contains("<cbc:ID>F1</cbc:ID>\n      <cbc:IssueDate>2027-03-01</cbc:IssueDate>"))
        #expect(xml.contains("<cbc:CompanyID>SE556999888201</cbc:CompanyID>"))
        #expect(xml.contains("<cbc:CompanyID>Godkänd för F-skatt</cbc:CompanyID>"))
        #expect(xml.contains("<cbc:PayableAmount currencyID=\"SEK\">86250.00</cbc:PayableAmount>"))
        #expect(!xml.contains("PaymentMeans"))
        #expect(!xml.contains("DueDate"))
    }

    private static let norwegian = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
          <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID>
          <cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>
          <cbc:ID>F1</cbc:ID>
          <cbc:IssueDate>2027-03-01</cbc:IssueDate>
          <cbc:DueDate>2027-03-31</cbc:DueDate>
          <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
          <cbc:DocumentCurrencyCode>NOK</cbc:DocumentCurrencyCode>
          <cbc:BuyerReference>4711</cbc:BuyerReference>
          <cac:InvoicePeriod>
            <cbc:StartDate>2026-09-01</cbc:StartDate>
            <cbc:EndDate>2028-02-29</cbc:EndDate>
          </cac:InvoicePeriod>
          <cac:AccountingSupplierParty>
            <cac:Party>
              <cbc:EndpointID schemeID="0192">945678909</cbc:EndpointID>
              <cac:PartyName>
                <cbc:Name>Traineeprogrammet Øst</cbc:Name>
              </cac:PartyName>
              <cac:PostalAddress>
                <cbc:StreetName>Storgata 1</cbc:StreetName>
                <cbc:CityName>Oslo</cbc:CityName>
                <cbc:PostalZone>0155</cbc:PostalZone>
                <cac:Country>
                  <cbc:IdentificationCode>NO</cbc:IdentificationCode>
                </cac:Country>
              </cac:PostalAddress>
              <cac:PartyLegalEntity>
                <cbc:RegistrationName>Traineeprogrammet Øst</cbc:RegistrationName>
                <cbc:CompanyID schemeID="0192">945678909</cbc:CompanyID>
              </cac:PartyLegalEntity>
            </cac:Party>
          </cac:AccountingSupplierParty>
          <cac:AccountingCustomerParty>
            <cac:Party>
              <cbc:EndpointID schemeID="0192">123456785</cbc:EndpointID>
              <cac:PartyName>
                <cbc:Name>Fet kommune</cbc:Name>
              </cac:PartyName>
              <cac:PostalAddress>
                <cbc:StreetName>Storgata 1</cbc:StreetName>
                <cbc:CityName>Oslo</cbc:CityName>
                <cbc:PostalZone>0155</cbc:PostalZone>
                <cac:Country>
                  <cbc:IdentificationCode>NO</cbc:IdentificationCode>
                </cac:Country>
              </cac:PostalAddress>
              <cac:PartyLegalEntity>
                <cbc:RegistrationName>Fet kommune</cbc:RegistrationName>
                <cbc:CompanyID schemeID="0192">123456785</cbc:CompanyID>
              </cac:PartyLegalEntity>
            </cac:Party>
          </cac:AccountingCustomerParty>
          <cac:PaymentMeans>
            <cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>
            <cbc:PaymentID>000010000016</cbc:PaymentID>
            <cac:PayeeFinancialAccount>
              <cbc:ID>15031234562</cbc:ID>
            </cac:PayeeFinancialAccount>
          </cac:PaymentMeans>
          <cac:TaxTotal>
            <cbc:TaxAmount currencyID="NOK">0.00</cbc:TaxAmount>
            <cac:TaxSubtotal>
              <cbc:TaxableAmount currencyID="NOK">138000.00</cbc:TaxableAmount>
              <cbc:TaxAmount currencyID="NOK">0.00</cbc:TaxAmount>
              <cac:TaxCategory>
                <cbc:ID>O</cbc:ID>
                <cbc:TaxExemptionReasonCode>VATEX-EU-O</cbc:TaxExemptionReasonCode>
                <cbc:TaxExemptionReason>Selgeren er ikke registrert i Merverdiavgiftsregisteret</cbc:TaxExemptionReason>
                <cac:TaxScheme>
                  <cbc:ID>VAT</cbc:ID>
                </cac:TaxScheme>
              </cac:TaxCategory>
            </cac:TaxSubtotal>
          </cac:TaxTotal>
          <cac:LegalMonetaryTotal>
            <cbc:LineExtensionAmount currencyID="NOK">138000.00</cbc:LineExtensionAmount>
            <cbc:TaxExclusiveAmount currencyID="NOK">138000.00</cbc:TaxExclusiveAmount>
            <cbc:TaxInclusiveAmount currencyID="NOK">138000.00</cbc:TaxInclusiveAmount>
            <cbc:PayableAmount currencyID="NOK">138000.00</cbc:PayableAmount>
          </cac:LegalMonetaryTotal>
          <cac:InvoiceLine>
            <cbc:ID>1</cbc:ID>
            <cbc:InvoicedQuantity unitCode="C62">2</cbc:InvoicedQuantity>
            <cbc:LineExtensionAmount currencyID="NOK">138000.00</cbc:LineExtensionAmount>
            <cac:Item>
              <cbc:Name>Deltakelse, Kull 5</cbc:Name>
              <cac:ClassifiedTaxCategory>
                <cbc:ID>O</cbc:ID>
                <cac:TaxScheme>
                  <cbc:ID>VAT</cbc:ID>
                </cac:TaxScheme>
              </cac:ClassifiedTaxCategory>
            </cac:Item>
            <cac:Price>
              <cbc:PriceAmount currencyID="NOK">69000.00</cbc:PriceAmount>
            </cac:Price>
          </cac:InvoiceLine>
        </Invoice>

        """
}
