import KohortCore
import KohortStore
import KohortWeb
import Recruitment

extension AnswerPart {
    /// All that was answered, by step; what was left empty and must not be is said.
    static func all(
        _ own: OwnCandidacy.Answer, _ lacking: [FieldProblem], _ place: StepPlace, _ visit: Visit
    ) -> [AnswerPart] {
        ApplicationStep.allCases.filter { $0 != .look }.map { step in
            AnswerPart(
                title: visit.text("apply.step.\(step.rawValue)"), path: "\(place.action)?step=\(step.rawValue)",
                facts: facts(step, own, visit),
                lacking: lacking.filter { ApplicationStep.asking($0.field) == step }.map { problem in
                    "\(visit.text("apply.\(problem.asked)")): \(visit.words(for: problem, in: "apply"))"
                })
        }
    }

    private static func facts(_ step: ApplicationStep, _ own: OwnCandidacy.Answer, _ visit: Visit) -> [FactLine] {
        switch step {
        case .wishes:
            own.wishes.enumerated().map { FactLine("\($0 + 1)", "\($1.title), \($1.employer.name)") }
        case .files: own.documents.map { FactLine(visit.text("document.\($0.kind.rawValue)"), visit.sized($0)) }
        case .you, .education, .look: answers(step, own, visit)
        }
    }

    private static func answers(_ step: ApplicationStep, _ own: OwnCandidacy.Answer, _ visit: Visit) -> [FactLine] {
        let form = Form(CandidacyForm(own.candidacy, wishes: []))
        return step.fields.compactMap { name in
            let value = form.text(name)
            if value.isEmpty { return nil }
            return FactLine(
                visit.text("apply.\(name)"), name == "education_level" ? visit.text("education.\(value)") : value)
        }
    }
}

extension FieldProblem {
    /// The field that the reader knows it by: the CV has one of its own.
    var asked: String { code == "documents.cv_required" ? "cv" : field }
}
