import Delivery
import KohortCore
import KohortWeb
import Tenancy

/// The visitor's own page: what is due, dates first, then everybody they are named to.
struct MeParts {
    let visit: Visit
    let maker: SheetMaker
    let duties: OwnDuties.Answer
    /// The time of each trainee that the visitor is.
    var months: [TraineeID: Timeline] = [:]

    private var own: MyTrainees.Answer { duties.own }
    private var today: LocalDate { visit.consortium.profile.timeZone.date(at: visit.arrival) }

    var sections: [SheetSection] {
        guard !(own.asTrainee.isEmpty && own.asMentor.isEmpty && own.asSupervisor.isEmpty) else {
            return [SheetSection(empty: visit.text("me.nobody")), account]
        }
        return [due] + asTrainee + [asMentor, asSupervisor].compactMap(\.self)
    }

    /// Of who comes here for no trainee's sake: how they come in, and in which language they read.
    private var account: SheetSection {
        let language = visit.text("me.language", ["language": visit.text("me.language.\(visit.language.rawValue)")])
        return SheetSection(
            title: visit.text("me.account"), notes: [language],
            links: [
                link(visit.text("sign_ins.title"), "/me/sign-ins"), link(visit.text("ways.title"), "/me/ways-in"),
                link(visit.text("address.change.title"), AddressDesk.path),
            ])
    }

    private var due: SheetSection {
        SheetSection(
            title: visit.text("me.due"), due: duties.lines.map { DueLine($0, of: own, today, visit) },
            empty: duties.lines.isEmpty ? visit.text("me.due.none") : "")
    }

    private var asTrainee: [SheetSection] {
        own.asTrainee.map { trainee in
            SheetSection(
                title: visit.text("me.as_trainee"), timeline: months[trainee.id],
                links: [link(visit.text("me.own_months"), "/trainees/\(trainee.id)")])
        }
    }

    private var asMentor: SheetSection? {
        let rows = own.asMentor.map { item in
            var row = SheetRow(item.trainee.name, [item.trainee.field, visit.name(of: item.trainee.employer)])
            guard item.mentorship.state == .active else {
                let path = "/trainees/\(item.trainee.id)/mentors/\(item.mentorship.id)"
                (row.mark, row.state) = (.soon, visit.text("trainee.mentorship.asked"))
                row.forms = [
                    maker.press("accept", "\(path)/acceptance", of: row.name, look: .primary),
                    maker.press("decline", "\(path)/refusal", of: row.name),
                ]
                return row
            }
            row.path = visit.path("/trainees/\(item.trainee.id)")
            if item.trainee.state == .enrolled {
                row.forms = [TalkParts.form(maker, item.trainee.id, today, isOwn: true, of: row.name)]
            }
            return row
        }
        let columns = ["trainee", "field", "employer"].map { visit.text("trainee.column.\($0)") }
        return SheetTable(visit.text("me.as_mentor"), columns, rows).map {
            SheetSection(title: visit.text("me.as_mentor"), table: $0)
        }
    }

    private var asSupervisor: SheetSection? {
        let rows = own.asSupervisor.map { item in
            let period = item.placement.period
            var row = SheetRow(
                item.trainee.name,
                [visit.name(of: item.placement.host), visit.format.days(period.start, period.lastDay)])
            row.path = visit.path("/placements/\(item.placement.id)")
            return row
        }
        let columns = ["trainee", "host", "dates"].map { visit.text("trainee.column.\($0)") }
        return SheetTable(visit.text("me.as_supervisor"), columns, rows).map {
            SheetSection(title: visit.text("me.as_supervisor"), table: $0)
        }
    }

    private func link(_ label: String, _ path: String) -> ChromeLink {
        ChromeLink(label: label, path: visit.path(path), isCurrent: false)
    }
}

extension DueLine {
    /// A duty with the way to where it is done.
    init(_ line: DutyLine, of own: MyTrainees.Answer, _ today: LocalDate, _ visit: Visit) {
        let left = line.by.map { $0.daysSince1970 - today.daysSince1970 }
        let mark: Mark = left.map { $0 < 0 ? .late : $0 <= 14 ? .soon : .ahead } ?? .soon
        let state =
            switch left {
            case nil: visit.text("me.waits")
            case .some(..<0): visit.text("me.late")
            case 0: visit.text("desk.today")
            case 1: visit.text("desk.tomorrow")
            case .some(let days): visit.text("desk.days_left", ["days": String(days)])
            }
        self.init(
            date: line.by, day: line.by.map(visit.format.day) ?? visit.text("me.now"), title: line.duty.words(visit),
            detail: own.asTrainee.contains(line.trainee) ? "" : line.trainee.name, mark: mark, state: state,
            path: line.duty.path(of: line.trainee.id, visit))
    }
}

extension Duty {
    fileprivate func words(_ visit: Visit) -> String {
        switch self {
        case .answerMentorship: visit.text("me.duty.answer_mentorship")
        case .talk: visit.text("me.duty.talk")
        case .writePlan: visit.text("me.duty.write_plan")
        case .agreePlan: visit.text("me.duty.agree_plan")
        case .followUp: visit.text("me.duty.follow_up")
        case .finalTalk: visit.text("me.duty.final_talk")
        case .evaluatePlacement: visit.text("me.duty.evaluate_placement")
        case .reflect(_, let title): visit.text("me.duty.reflect", ["title": title])
        case .nameProject: visit.text("me.duty.name_project")
        case .handInProject: visit.text("me.duty.hand_in_project")
        case .evaluateProgramme: visit.text("me.duty.evaluate_programme")
        }
    }

    /// Nil for what is answered on the own page itself.
    fileprivate func path(of trainee: TraineeID, _ visit: Visit) -> String? {
        switch self {
        case .answerMentorship: nil
        case .talk: visit.path("/trainees/\(trainee)/talks")
        case .writePlan(let id), .agreePlan(let id), .followUp(let id), .finalTalk(let id), .evaluatePlacement(let id):
            visit.path("/placements/\(id)")
        case .reflect(let id, _): visit.path("/trainees/\(trainee)/gatherings/\(id)")
        case .nameProject, .handInProject: visit.path("/trainees/\(trainee)/project")
        case .evaluateProgramme: visit.path("/trainees/\(trainee)/evaluation")
        }
    }
}
