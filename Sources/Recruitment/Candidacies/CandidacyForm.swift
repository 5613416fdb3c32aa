import KohortCore

/// An application as it is written: text that has not been checked yet, empty where nothing was written.
package struct CandidacyForm: Hashable, Sendable, Codable {
    package var name: String
    package var email: String
    package var phone = ""
    package var birthYear = ""
    package var place = ""
    /// The code of an `EducationLevel`.
    package var educationLevel = ""
    package var educationField = ""
    package var school = ""
    package var graduationYear = ""
    package var experience = ""
    package var motivation = ""
    package var keepForLater = false
    package var language: Language
    /// The slug of one of the round's channels.
    package var channel = ""
    /// The places that are applied for, in order of wish.
    package var wishes: [DemandID] = []

    package init(name: String, email: String, language: Language) {
        (self.name, self.email, self.language) = (name, email, language)
    }

    /// What stands in a candidacy, as its applicant would write it.
    package init(_ candidacy: Candidacy, wishes: [DemandID]) {
        let details = candidacy.details
        self.init(name: details.name, email: details.email.text, language: candidacy.language)
        (phone, place, school) = (details.phone, details.place, details.school)
        birthYear = details.birthYear.map { String($0) } ?? ""
        graduationYear = details.graduationYear.map { String($0) } ?? ""
        (educationLevel, educationField) = (details.educationLevel?.rawValue ?? "", details.educationField)
        (experience, motivation) = (details.experience, details.motivation)
        (keepForLater, channel) = (details.keepForLater, candidacy.channel?.text ?? "")
        self.wishes = wishes
    }
}
