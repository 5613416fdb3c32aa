import KohortCore
import KohortStore
import KohortTesting
import Recruitment

extension Instant {
    static let planning = Instant.at("2027-01-10T09:00:00Z")
    static let stating = Instant.at("2027-02-01T09:00:00Z")
    static let publishing = Instant.at("2027-02-15T09:00:00Z")
    static let applying = Instant.at("2027-03-01T09:00:00Z")
    /// After the application deadline.
    static let afterwards = Instant.at("2027-03-20T09:00:00Z")
}

extension LocalDate {
    static let membershipsBegin = LocalDate.day("2027-01-15")

    static func day(_ text: String) -> LocalDate { LocalDate(text) ?? LocalDate(daysSince1970: 0) }
}

extension Deadlines {
    static let sample = Deadlines(
        demandBy: .day("2027-02-14"), applyBy: .day("2027-03-14"), rankBy: .day("2027-04-15"),
        hireBy: .day("2027-06-20"))

    /// Applications close on that date; there are no other deadlines.
    static func applying(by date: String) -> Deadlines {
        Deadlines(demandBy: .day("2027-02-14"), applyBy: .day(date), rankBy: nil, hireBy: nil)
    }
}

extension Deadline {
    static let demand = Deadline(.day("2027-02-14"), in: .stockholm)
    static let application = Deadline(.day("2027-03-14"), in: .stockholm)
}

extension RoundSettings {
    static let sample = RoundSettings(
        oneAcceptanceClosesRest: true, responseWorkingDays: 5, retentionDays: 365, largestWishCount: 3)
}

extension OrganisationName {
    static let members = [OrganisationName.named("Umeå", "umea"), .named("Vännäs", "vannas")]

    private static func named(_ name: String, _ slug: StaticString) -> OrganisationName {
        guard let slug = try? Slug("\(slug)") else { preconditionFailure("\(slug) is no slug") }
        return OrganisationName(slug: slug, name: name)
    }
}

extension DemandTerms {
    static func sample(title: String = "Engineer", asked: Int = 1) -> DemandTerms {
        DemandTerms(
            title: title, field: "Roads and water", competence: "A degree in engineering", place: "Umeå", asked: asked)
    }
}

extension CandidacyForm {
    /// Everything that a submitted application needs but its documents.
    static func complete(_ wishes: [DemandID], email: String = "kim@example.org") -> CandidacyForm {
        var form = CandidacyForm(name: "Kim Ek", email: email, language: .sv)
        (form.phone, form.place) = ("070-123 45 67", "Luleå")
        (form.educationLevel, form.educationField) = ("master", "Surveying")
        form.wishes = wishes
        return form
    }
}

extension NewDocument {
    static func cv(_ name: String = "cv.pdf", size: Int64 = 1000, hash: Character = "a") -> NewDocument {
        NewDocument(
            id: .new(), kind: .cv, name: name, format: .pdf,
            file: StoredFile(hash: String(repeating: hash, count: 64), size: size))
    }

    static func other(hash: Character = "b") -> NewDocument {
        NewDocument(
            id: .new(), kind: .other, name: "grades.png", format: .png,
            file: StoredFile(hash: String(repeating: hash, count: 64), size: 10))
    }
}

extension IntakeTerms {
    /// Both contracts, the permanent one recommended, and any field.
    static func sample(
        _ contracts: [ContractKind] = [.permanent, .temporary], fields: SelectionRules = SelectionRules()
    ) -> IntakeTerms {
        IntakeTerms(contracts: contracts, selection: fields)
    }
}
