import KohortCore

extension XMLWriter {
    mutating func seller(_ content: DocumentContent) {
        let seller = content.seller
        element("cac:AccountingSupplierParty") { xml in
            xml.element("cac:Party") { xml in
                xml.party(seller.name, seller.address, seller.organisationNumber, at: seller.organisationNumber) {
                    xml in
                    // A seller whose sale is outside the tax must not name a VAT number (BR-O-02).
                    if seller.isVATRegistered { xml.taxScheme("VAT", seller.organisationNumber?.vatNumber) }
                    if seller.isRegisteredBusiness { xml.taxScheme("TAX", seller.address.country.register) }
                }
            }
        }
    }

    mutating func buyer(_ content: DocumentContent) {
        let payer = content.payer
        element("cac:AccountingCustomerParty") { xml in
            xml.element("cac:Party") { xml in
                xml.party(payer.name, payer.address, payer.organisationNumber, at: payer.electronicAddress) { _ in }
            }
        }
    }

    private mutating func party(
        _ name: String, _ address: PostalAddress, _ number: OrganisationNumber?, at endpoint: OrganisationNumber?,
        taxes: (inout XMLWriter) -> Void
    ) {
        if let endpoint { element("cbc:EndpointID", ["schemeID": endpoint.scheme], endpoint.digits) }
        element("cac:PartyName") { $0.element("cbc:Name", name) }
        element("cac:PostalAddress") { xml in
            xml.element("cbc:StreetName", address.street)
            xml.element("cbc:CityName", address.city)
            xml.element("cbc:PostalZone", address.postcode)
            xml.element("cac:Country") { $0.element("cbc:IdentificationCode", address.country.rawValue) }
        }
        taxes(&self)
        element("cac:PartyLegalEntity") { xml in
            xml.element("cbc:RegistrationName", name)
            if let number { xml.element("cbc:CompanyID", ["schemeID": number.scheme], number.digits) }
        }
    }

    private mutating func taxScheme(_ scheme: String, _ number: String?) {
        guard let number else { return }
        element("cac:PartyTaxScheme") { xml in
            xml.element("cbc:CompanyID", number)
            xml.element("cac:TaxScheme") { $0.element("cbc:ID", scheme) }
        }
    }
}

extension OrganisationNumber {
    /// `NO945678909MVA`, `SE556999888201`
    package var vatNumber: String { country == .norway ? "NO\(digits)MVA" : "SE\(digits)01" }
}

extension OrganisationNumber.Country {
    /// The words by which a document says that the seller is registered (NO-R-002, SE-R-005).
    package var register: String { self == .norway ? "Foretaksregisteret" : "Godkänd för F-skatt" }
}
