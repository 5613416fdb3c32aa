import KohortCore
import KohortStore

/// A municipality registers on the public page that it wishes to take part, or adds to what it said before. Sending the
/// same form twice registers once.
package struct RegisterInterest: Command {
    package static let permission = Permission.registerInterest
    package static let events: [any Event.Type] = [InterestRegistered.self]
    package var scope: Scope { .consortium }

    package let id: InterestID
    package let programme: Slug
    package let municipality: String
    package let contactName: String
    package let contactEmail: String
    package let contactPhone: String
    package let message: String
    package let language: Language

    package init(
        id: InterestID, programme: Slug, municipality: String, contactName: String, contactEmail: String,
        contactPhone: String = "", message: String = "", language: Language
    ) {
        (self.id, self.programme, self.municipality) = (id, programme, municipality)
        (self.contactName, self.contactEmail, self.contactPhone) = (contactName, contactEmail, contactPhone)
        (self.message, self.language) = (message, language)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        guard let programme = try Programme.find(programme, in: write.read), programme.published else {
            throw Rejection.notFound
        }
        guard programme.takesInterest, programme.state != .closed else {
            throw Rejection.conflict("interest.not_taken")
        }
        let interest = try interest(in: programme.id, at: write.now)
        if try isKnown(interest, in: write) { return Done() }
        try write.insert(interest)
        try write.record(InterestRegistered(interest: id, programme: programme.id))
        return Done()
    }

    private func interest(in programme: ProgrammeID, at now: Instant) throws(Rejection) -> Interest {
        var problems: [FieldProblem] = []
        let municipality = WrittenText.line(municipality, field: "municipality", limit: 100, problems: &problems)
        let name = WrittenText.line(contactName, field: "contact_name", limit: 100, problems: &problems)
        let phone = WrittenText.optionalPhone(contactPhone, field: "contact_phone", problems: &problems)
        let message = WrittenText.prose(message, field: "message", limit: 2000, problems: &problems)
        let email = EmailAddress(contactEmail)
        if email == nil { problems.append(FieldProblem("contact_email", "email.invalid")) }
        guard let email, problems.isEmpty else { throw .invalid(problems) }
        return Interest(
            id: id, programme: programme, municipality: municipality, contactName: name, contactEmail: email,
            contactPhone: phone, message: message, language: language, registeredAt: now)
    }

    private func isKnown(_ interest: Interest, in write: borrowing Write) throws -> Bool {
        try write.count(
            """
            select count(*) from interest where programme = \(interest.programme)
            and municipality = \(interest.municipality) and contact_name = \(interest.contactName)
            and contact_email = \(interest.contactEmail) and contact_phone = \(interest.contactPhone)
            and message = \(interest.message)
            """) > 0
    }
}
