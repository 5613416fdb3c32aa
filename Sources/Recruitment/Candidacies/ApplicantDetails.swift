import KohortCore

/// What an applicant tells about themselves. In a draft everything but name and address may still be empty.
package struct ApplicantDetails: Hashable, Sendable {
    package let name: String
    package let email: EmailAddress
    package let phone: String
    package let birthYear: Int?
    /// Where the applicant lives.
    package let place: String
    package let educationLevel: EducationLevel?
    package let educationField: String
    package let school: String
    /// The year of the degree, which may lie ahead.
    package let graduationYear: Int?
    package let experience: String
    package let motivation: String
    /// Consent to be kept for later rounds (BR-10).
    package let keepForLater: Bool
}
