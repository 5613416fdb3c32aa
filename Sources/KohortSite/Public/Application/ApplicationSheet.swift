import KohortCore
import KohortWeb
import Recruitment

/// The questions of an application, with what was answered so far.
struct ApplicationSheet: Sendable {
    private let sheet: FormSheet
    private let open: OpenCall

    /// A missing CV is told at the field it is chosen in.
    init(_ visit: Visit, _ open: OpenCall, _ form: Form, _ problems: [FieldProblem]) {
        self.open = open
        let placed = problems.map { problem in
            problem.code == "documents.cv_required" ? FieldProblem("cv", problem.code, problem.values) : problem
        }
        sheet = FormSheet(visit: visit, room: "apply", form: form, problems: placed)
    }

    var you: [FieldModel] {
        [
            sheet.line("name", autocomplete: "name"),
            sheet.line("email", type: "email", autocomplete: "email"),
            sheet.line("phone", type: "tel", autocomplete: "tel"),
            sheet.line("place", autocomplete: "address-level2"),
            sheet.line("birth_year", autocomplete: "bday-year", inputmode: "numeric", optional: true),
        ]
    }

    var education: [FieldModel] {
        let levels = EducationLevel.ascending.map { level in
            (value: level.rawValue, label: sheet.visit.text("education.\(level.rawValue)"))
        }
        return [
            sheet.choice("education_level", levels),
            sheet.line("education_field"),
            sheet.line("school", optional: true),
            sheet.line("graduation_year", inputmode: "numeric", optional: true),
            sheet.prose("experience", optional: true),
            sheet.prose("motivation", optional: true),
        ]
    }

    var files: [FieldModel] {
        let accept = DocumentFormat.allCases.map { ".\($0.ending)" }.joined(separator: ",") + ",.jpeg"
        return [
            sheet.file("cv", accept: accept),
            sheet.file("documents", accept: accept, multiple: true, optional: true),
        ]
    }

    var last: [FieldModel] {
        let channels = open.channels.isEmpty ? [] : [sheet.choice("channel", open.channels, optional: true)]
        return channels + [sheet.check("keep_for_later")]
    }

    var wishes: [WishModel] { WishModel.all(open, sheet.form, sheet.visit) }
    var wishProblem: String? { sheet.problem(of: "wishes") }
    /// What is wrong at one step; what another step asks for leads there, where there is one to lead to.
    func summary(at step: ApplicationStep, own: String?) -> ProblemSummary? {
        guard !sheet.problems.isEmpty else { return nil }
        let lines = sheet.problems.map { problem in
            let asked = ApplicationStep.asking(problem.field)
            let anchor = "#field-\(problem.field)"
            let path =
                asked == step ? anchor : own.flatMap { own in asked.map { "\(own)?step=\($0.rawValue)\(anchor)" } }
            let label = asked.map { _ in "\(sheet.visit.text("apply.\(problem.field)")): " } ?? ""
            return ProblemLine(path: path, text: label + sheet.visit.words(for: problem, in: "apply"))
        }
        return ProblemSummary(title: sheet.visit.text("form.problems"), lines: lines)
    }

    var summary: ProblemSummary? { sheet.summary(you + education + files + last, groups: ["wishes"]) }
}

extension EducationLevel {
    /// From the shortest to the longest.
    static let ascending: [EducationLevel] = [
        .upperSecondary, .higherVocational, .bachelor, .master, .doctorate, .other,
    ]
}
