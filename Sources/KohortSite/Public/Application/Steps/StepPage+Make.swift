import KohortCore
import KohortWeb
import Recruitment
import Tenancy

extension StepPage {
    /// The first step of an application that nothing is kept of yet.
    init(
        new open: OpenCall, _ form: Form, _ pass: ApplicationPass, _ problems: [FieldProblem], notice: String?,
        _ visit: Visit
    ) {
        let place = StepPlace(
            .you, open, visit, back: FactLine(visit.text("vacancies.title"), visit.path("/vacancies")),
            action: visit.path("/rounds/\(open.call.slug)/candidacies"), own: nil, lacking: [])
        chrome = visit.chrome("\(place.title) – \(visit.text("apply.title"))")
        sheet = ApplicationSheet(visit, open, form, problems)
        (self.place, self.form, self.notice, self.pass) = (place, form, notice, pass)
        (present, answers, isDraft) = ([], [], true)
        summary = sheet.summary(at: .you, own: nil)
    }

    /// A step of a candidacy that is there, with what was typed or what it has.
    init(
        _ step: ApplicationStep, of own: OwnCandidacy.Answer, _ open: OpenCall, _ form: Form,
        _ problems: [FieldProblem],
        _ visit: Visit
    ) {
        let path = visit.path("/candidacies/\(own.candidacy.id)")
        let lacking = Self.lacking(own, visit)
        let place = StepPlace(
            step, open, visit, back: FactLine(visit.text("candidacy.title"), path), action: "\(path)/application",
            own: "\(path)/application", lacking: Set(lacking.compactMap { ApplicationStep.asking($0.field) }))
        isDraft = own.candidacy.state == .draft
        chrome = visit.chrome("\(place.title) – \(visit.text(isDraft ? "apply.title" : "change.title"))")
        sheet = ApplicationSheet(visit, open, form, problems)
        (self.place, self.form, notice, pass) = (place, form, nil, nil)
        let removed = Set(form.list("removed"))
        present = own.documents.map { FileLine($0, isRemoved: removed.contains("\($0.id)"), visit) }
        answers = step == .look ? AnswerPart.all(own, lacking, place, visit) : []
        summary = sheet.summary(at: step, own: place.action)
    }

    /// What an application lacks before it can be sent.
    static func lacking(_ own: OwnCandidacy.Answer, _ visit: Visit) -> [FieldProblem] {
        CandidacyForm(own.candidacy, wishes: own.wishes.map(\.demand)).problems(
            documents: own.documents.map(\.kind), in: visit.year)
    }
}

extension StepPlace {
    init(
        _ step: ApplicationStep, _ open: OpenCall, _ visit: Visit, back: FactLine, action: String, own: String?,
        lacking: Set<ApplicationStep>
    ) {
        (self.step, self.open, self.back, self.action) = (step, open, back, action)
        (title, call) = (visit.text(step.title), open.name)
        deadline = visit.text("front.apply_by", ["date": visit.format.day(open.call.deadline.date)])
        count = visit.text(
            "apply.step", ["number": String(step.number), "count": String(ApplicationStep.allCases.count)])
        func path(_ step: ApplicationStep) -> String? { own.map { "\($0)?step=\(step.rawValue)" } }
        previous = step.previous.flatMap(path)
        steps = ApplicationStep.allCases.map { other in
            StepLine(
                label: visit.text("apply.step.\(other.rawValue)"), path: other == step ? nil : path(other),
                isCurrent: other == step, isDone: own != nil && other != .look && !lacking.contains(other))
        }
    }
}

extension ApplicationStep {
    /// The key of its name.
    var title: String {
        switch self {
        case .you, .education, .wishes, .files: "apply.\(rawValue)"
        case .look: "apply.last"
        }
    }
}

extension Visit {
    /// The year that the tenant has.
    var year: Int { consortium.profile.timeZone.date(at: arrival).year }
}
