/// How far an applicant's education goes.
package enum EducationLevel: String, Hashable, Sendable, Codable, CaseIterable {
    case bachelor, master, doctorate, other
    case upperSecondary = "upper_secondary"
    case higherVocational = "higher_vocational"
}
