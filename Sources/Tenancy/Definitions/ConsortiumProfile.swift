import KohortCore

/// The consortium itself: how it is called, where and in which languages it works, and its settings.
package struct ConsortiumProfile: Equatable, Sendable, Codable {
    package let slug: Slug
    package let name: LocalizedText
    package let summary: LocalizedText?
    /// Every text of the definition is given in each of these.
    package let languages: [Language]
    /// Shown to readers who have chosen none; without one it is the one of those that their browser likes best.
    package let defaultLanguage: Language?
    package let timeZone: Zone
    package let country: OrganisationNumber.Country
    package let currency: Currency
    /// Who mail comes from.
    package let sender: Sender?
    /// The consortium's own domain, where it has one.
    package let domain: String?
    /// Which body the programme lead reports to, and which hires the lead (ROM-1).
    package let leadership: Leadership?
    /// The colour of its pages; without one they have the site's own.
    package let accent: Colour?
    package let settings: ConsortiumSettings
    package let assumed: [String]
}

/// The name and address that a consortium's mail bears.
package struct Sender: Equatable, Sendable, Codable {
    package let name: String
    package let address: EmailAddress
}

/// The bodies above the programme lead.
package struct Leadership: Equatable, Sendable, Codable {
    package let hiredBy: Slug
    package let reportsTo: Slug
}

extension ConsortiumProfile {
    /// Of names in lists, and of people who are entered without one.
    package var ownLanguage: Language { defaultLanguage ?? languages.first ?? .en }

    init(_ keys: Keys) {
        languages = keys.list("languages", 1...Language.allCases.count).map { $0.word(or: Language.en) }
        defaultLanguage = keys.optional("default_language")?.word(or: .en)
        currency = keys["currency"].word(or: .nok)
        keys.check(Set(languages).count == languages.count, "languages", .valueConflict, allowed: "each language once")
        if keys.isSound("languages") { keys.place.ledger.languages = languages }
        if keys.isSound("currency") { keys.place.ledger.currency = currency }
        slug = keys["slug"].slug(declaring: .consortium)
        name = keys["name"].localized()
        summary = keys.optional("summary")?.localized(500)
        timeZone = keys["time_zone"].value("a time zone such as Europe/Oslo") { Zone($0) } ?? .oslo
        country = keys["country"].word(or: .norway)
        sender = keys.optional("sender")?.block(Sender.init)
        domain = keys.optional("domain")?.value("a domain such as trainee.example.org", .valueType, DomainName.read)
        leadership = keys.optional("leadership")?.block(Leadership.init)
        accent = keys.optional("accent")?.accent()
        settings = keys["settings"].block(ConsortiumSettings.init)
        assumed = keys.assumed
        let allowed = Listing.of(languages.map(\.rawValue))
        keys.check(
            languages.contains(ownLanguage), "default_language", with: ["languages"], .valueConflict,
            allowed: "one of the consortium's languages: \(allowed)")
    }
}

extension Sender {
    init?(_ keys: Keys) {
        name = keys["name"].text(100)
        guard let address = keys["address"].value("an email address", .valueType, { EmailAddress($0) }) else {
            return nil
        }
        self.address = address
    }
}

extension Leadership {
    init(_ keys: Keys) {
        hiredBy = keys["hired_by"].slug(of: .body)
        reportsTo = keys["reports_to"].slug(of: .body)
    }
}

enum DomainName {
    /// A host name of two labels or more, in lower case; checked as the domain of an address is.
    static func read(_ text: String) -> String? {
        text == text.lowercased() && EmailAddress("x@\(text)") != nil ? text : nil
    }
}
