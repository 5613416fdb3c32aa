import KohortCore
import KohortWeb
import Tenancy

/// What the components of the style guide are filled with.
struct StyleguideSamples {
    let visit: Visit
    private let today: LocalDate

    init(_ visit: Visit) {
        self.visit = visit
        today = visit.consortium.profile.timeZone.date(at: visit.arrival)
    }

    private var sheet: FormSheet {
        var form = Form()
        form.add("Åsa", to: "name")
        return FormSheet(
            visit: visit, room: "apply", form: form, problems: [FieldProblem("email", "email.invalid")])
    }

    var fields: [FieldModel] {
        let levels = EducationLevelSample.all.map { (value: $0, label: visit.text("education.\($0)")) }
        return [
            sheet.line("name"), sheet.line("email", type: "email"), sheet.choice("education_level", levels),
            sheet.prose("motivation", optional: true), sheet.file("cv", accept: ".pdf"), sheet.check("keep_for_later"),
        ]
    }

    var summary: ProblemSummary {
        sheet.summary(fields) ?? ProblemSummary(title: visit.text("form.problems"), lines: [])
    }

    var due: [DueLine] {
        let lines: [(Int, String, DueLine.Mark, String)] = [
            (-30, "employer.due.demand", .good, "desk.done"), (-1, "employer.due.applications", .late, "desk.passed"),
            (1, "employer.due.ranking", .soon, "desk.tomorrow"), (90, "employer.due.hiring", .ahead, "desk.days_left"),
        ]
        return lines.map { days, title, mark, state in
            let date = LocalDate(daysSince1970: today.daysSince1970 + days)
            return DueLine(
                date: date, day: visit.format.day(date), title: visit.text(title), mark: mark,
                state: visit.text(state, ["days": String(days)]))
        }
    }

    var dates: [DateLine] {
        [(-30, "published"), (5, "apply"), (60, "rank")].map { days, key in
            let date = LocalDate(daysSince1970: today.daysSince1970 + days)
            return DateLine(
                when: visit.format.date(date), what: visit.text("front.date.\(key)"), isPast: days < 0)
        }
    }

    var timeline: Timeline {
        let looks: [(TimelineBar.Look, Int, Int)] = [(.work, 0, 700), (.away, 300, 60), (.common, 700, 300)]
        let rows = zip(members, looks).map { member, look in
            TimelineRow(
                label: member.name, dates: [visit.format.month(today)],
                bars: [TimelineBar(look: look.0, start: look.1, length: look.2)], now: "420")
        }
        let (start, end) = (visit.format.month(today), String(today.year + 2))
        return Timeline(caption: visit.text("styleguide.timeline"), start: start, end: end, rows: rows)
    }

    var members: [StyleguideMember] {
        visit.consortium.organisations.prefix(4).enumerated().map { index, member in
            StyleguideMember(position: index + 1, name: member.name.text(in: visit.language), count: (index + 2) * 37)
        }
    }
}

private enum EducationLevelSample {
    static let all = ["bachelor", "master"]
}
