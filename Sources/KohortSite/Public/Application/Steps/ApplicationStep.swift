import KohortCore
import KohortWeb
import Recruitment

/// The parts of an application in the order in which they are asked for. Each is kept when it is left.
enum ApplicationStep: String, CaseIterable {
    case you, education, wishes, files, look

    /// What the form of the step sends.
    var fields: [String] {
        switch self {
        case .you: ["name", "email", "phone", "place", "birth_year"]
        case .education:
            ["education_level", "education_field", "school", "graduation_year", "experience", "motivation"]
        case .wishes: ["wishes"]
        case .files: ["cv", "documents"]
        case .look: ["channel", "keep_for_later"]
        }
    }

    var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
    var next: ApplicationStep? { Self.allCases.dropFirst(number).first }
    var previous: ApplicationStep? { number > 1 ? Self.allCases[number - 2] : nil }

    /// Where a field is asked for.
    static func asking(_ field: String) -> ApplicationStep? { allCases.first { $0.fields.contains(field) } }

    /// What is wrong with this part of an application, or lacks before it can be sent.
    func problems(of form: CandidacyForm, documents: [DocumentKind], in year: Int) -> [FieldProblem] {
        form.problems(documents: documents, in: year).filter { fields.contains($0.field) }
    }
}
