import Delivery
import KohortCore
import KohortWeb

/// One gathering with its forms.
struct CohortGatheringScreen: Page {
    static let template = "staff/gathering"
    let chrome: Chrome
    let head: DeskHead
    let facts: [Fact]
    let content: String?
    let fix, move: DeskForm?
    let cancel: String?
    let attendance: AttendancePart?

    init(
        _ room: CohortVisit, _ answer: GatheringAttendance.Answer, _ refusal: Refusal?, _ notice: DeskNotice?
    ) {
        let (visit, gathering) = (room.visit, answer.gathering)
        let address = room.address("/gatherings/\(gathering.id)")
        chrome = visit.chrome("\(gathering.title), \(room.name)")
        head = room.head(.gatherings, gathering.title, notice: notice)
        facts = [
            Fact(visit.text("cohort.gathering.kind"), visit.text("cohort.kind.\(gathering.kind.rawValue)")),
            Fact(
                visit.text("cohort.gathering.days"),
                visit.format.days(gathering.days.first, gathering.days.last)),
            Fact(visit.text("cohort.gathering.place"), gathering.place.isEmpty ? "–" : gathering.place),
        ]
        content = gathering.content.isEmpty ? nil : gathering.content
        let make = DeskFields(visit: visit, texts: "cohort.gathering", refusal: refusal)
        let isOpen = !room.isClosed && gathering.cancelledAt == nil
        fix =
            isOpen && !answer.hasBegun
            ? DeskForm(
                action: address + "/content", fields: [make.field("content", .area, gathering.content, true)],
                button: visit.text("cohort.gathering.fix.press")) : nil
        move =
            isOpen
            ? DeskForm(
                action: address, fields: make.gathering(gathering),
                button: visit.text("cohort.gathering.move.press")) : nil
        cancel = isOpen && !answer.hasBegun ? address + "/cancellation" : nil
        attendance = isOpen && answer.hasBegun ? AttendancePart(answer, address, visit) : nil
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "facts": .list { $0.facts },
        "content": .text { $0.content },
        "fix": .model { $0.fix },
        "move": .model { $0.move },
        "cancel": .text { $0.cancel },
        "attendance": .model { $0.attendance },
    ]
}

/// The form of who was there: boxes by trainee and day, or numbers by employer.
struct AttendancePart: PageModel {
    let action: String
    let heads: [String]
    let trainees: [AttendanceRow]
    let employers: [DeskField]

    init(_ answer: GatheringAttendance.Answer, _ address: String, _ visit: Visit) {
        let days = answer.gathering.days.all
        heads = days.map { visit.format.shortDay($0) }
        action = address + (answer.employers.isEmpty ? "/attendance" : "/employer-attendance")
        trainees = answer.trainees.map { line in
            AttendanceRow(
                name: line.trainee.name, field: "\(line.trainee.id)",
                days: days.map {
                    DeskChoice(
                        value: $0.description, label: visit.format.date($0), isChosen: line.days.contains($0))
                })
        }
        employers = answer.employers.map { employer in
            DeskField(
                name: "\(employer.organisation)", id: "field-\(employer.organisation)", kind: .number,
                label: employer.name, value: employer.persons.map(String.init) ?? "", isRequired: false)
        }
    }

    static let fields: [String: PageField<Self>] = [
        "action": .text { $0.action }, "trainees": .list { $0.trainees }, "fields": .list { $0.employers },
        "any": .flag { !$0.trainees.isEmpty || !$0.employers.isEmpty }, "named": .flag { !$0.trainees.isEmpty },
        "heads": .texts { $0.heads },
    ]
}

struct AttendanceRow: PageModel {
    let name, field: String
    let days: [DeskChoice]

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name }, "field": .text { $0.field }, "days": .list { $0.days },
    ]
}
