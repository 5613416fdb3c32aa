import KohortCore
import KohortStore

extension Candidacy: Record {
    package static let table: StaticString = "candidacy"
    package static let columns: [StaticString] = [
        "id", "round", "person", "number", "state", "language", "channel", "name", "email", "phone", "birth_year",
        "place", "education_level", "education_field", "school", "graduation_year", "experience", "motivation",
        "keep_for_later", "created_at", "changed_at", "submitted_at", "ended_at", "purge_after", "repeats",
    ]

    package init(_ tuple: borrowing Tuple) throws {
        id = try tuple[0]
        round = try tuple[1]
        person = try tuple[2]
        number = try tuple[3]
        state = try tuple[4]
        language = try tuple[5]
        channel = try tuple[6]
        details = try ApplicantDetails(tuple, from: 7)
        createdAt = try tuple[19]
        changedAt = try tuple[20]
        submittedAt = try tuple[21]
        endedAt = try tuple[22]
        purgeAfter = try tuple[23]
        repeats = try tuple[24]
    }

    package var values: [SQLValue] {
        let head = [
            id.sqlValue, round.sqlValue, person.sqlValue, number.sqlValue, state.sqlValue, language.sqlValue,
            channel.sqlValue,
        ]
        let tail = [
            createdAt.sqlValue, changedAt.sqlValue, submittedAt.sqlValue, endedAt.sqlValue, purgeAfter.sqlValue,
            repeats.sqlValue,
        ]
        return head + details.values + tail
    }
}

extension ApplicantDetails {
    /// Twelve columns of a candidacy, from `name` to `keep_for_later`.
    fileprivate init(_ tuple: borrowing Tuple, from first: Int) throws {
        name = try tuple[first]
        email = try tuple[first + 1]
        phone = try tuple[first + 2]
        birthYear = try tuple[first + 3]
        place = try tuple[first + 4]
        // Empty in a draft.
        educationLevel = EducationLevel(rawValue: try tuple[first + 5])
        educationField = try tuple[first + 6]
        school = try tuple[first + 7]
        graduationYear = try tuple[first + 8]
        experience = try tuple[first + 9]
        motivation = try tuple[first + 10]
        keepForLater = try tuple[first + 11]
    }

    fileprivate var values: [SQLValue] {
        [
            name.sqlValue, email.sqlValue, phone.sqlValue, birthYear.sqlValue, place.sqlValue,
            (educationLevel?.rawValue ?? "").sqlValue, educationField.sqlValue, school.sqlValue,
            graduationYear.sqlValue, experience.sqlValue, motivation.sqlValue, keepForLater.sqlValue,
        ]
    }
}
