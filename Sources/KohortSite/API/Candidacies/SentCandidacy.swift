import KohortCore
import Recruitment

/// What another system knows of an applicant; only name and address must be there.
struct SentCandidacy: Decodable {
    static let shape = Shape.form(
        ["name": .text, "email": .string(format: "email")],
        optional: [
            "phone": .text, "birth_year": .whole(from: 1900, to: 2100), "place": .text,
            "education_level": .choice(EducationLevel.self), "education_field": .text, "school": .text,
            "graduation_year": .whole(from: 1950, to: 2100), "experience": .text, "motivation": .text,
            "keep_for_later": .boolean, "language": .choice(Language.self), "channel": .slug, "wishes": .list(.id),
        ])

    private let name, email: String
    private let phone, place, educationLevel, educationField, school, experience, motivation, channel: String?
    private let birthYear, graduationYear: Int?
    private let keepForLater: Bool?
    private let language: Language?
    private let wishes: [DemandID]?

    /// As the form of the page would bring it; `language` is the applicant's unless one is sent.
    func form(in reader: Language) -> CandidacyForm {
        var form = CandidacyForm(name: name, email: email, language: language ?? reader)
        (form.phone, form.place, form.school) = (phone ?? "", place ?? "", school ?? "")
        (form.educationLevel, form.educationField) = (educationLevel ?? "", educationField ?? "")
        (form.experience, form.motivation) = (experience ?? "", motivation ?? "")
        (form.channel, form.keepForLater) = (channel ?? "", keepForLater ?? false)
        form.birthYear = birthYear.map { String($0) } ?? ""
        form.graduationYear = graduationYear.map { String($0) } ?? ""
        form.wishes = wishes ?? []
        return form
    }
}
