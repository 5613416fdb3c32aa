import KohortCore
import KohortWeb
import Recruitment

extension ApplicationPage {
    /// A form that was not taken, with all that it brought.
    init(refused sent: SentApplication, open: OpenCall, _ problems: [FieldProblem], notice: String?, _ visit: Visit)
        throws
    {
        try self.init(new: open, sent.form, sent.pass, sent.documents, problems, notice: notice, visit)
    }

    private init(
        new open: OpenCall, _ form: Form, _ pass: ApplicationPass, _ documents: [SentDocument],
        _ problems: [FieldProblem],
        notice: String?, _ visit: Visit
    ) throws {
        chrome = visit.chrome(visit.text("apply.title"))
        call = open.name
        back = FactLine(visit.text("vacancies.title"), visit.path("/vacancies"))
        deadline = visit.text("front.apply_by", ["date": visit.format.day(open.call.deadline.date)])
        action = visit.path("/rounds/\(open.call.slug)/candidacies")
        self.pass = pass
        self.notice = notice
        sheet = ApplicationSheet(visit, open, form, problems)
        wishes = sheet.wishes
        kept = try documents.enumerated().map { try FileLine($1, index: $0, for: pass, visit) }
        present = []
        isDraft = true
    }
}
