import KohortCore
import Recruitment
import Testing

extension SelectionWorld {
    static func hire(
        name: String = "New Hire", email: String = "new.hire@example.org", field: String = "roads"
    ) throws -> NominateHire.Hire {
        NominateHire.Hire(
            name: name, email: try #require(EmailAddress(email)), language: .sv, field: field,
            hiredOn: .day("2026-08-15"))
    }

    func nominating(
        _ nomination: NominationID = .new(), by employer: Int = 0, name: String = "New Hire",
        email: String = "new.hire@example.org", field: String = "roads"
    ) throws -> NominateHire {
        NominateHire(
            nomination: nomination, round: round, organisation: employers[employer],
            hire: try Self.hire(name: name, email: email, field: field))
    }
}
