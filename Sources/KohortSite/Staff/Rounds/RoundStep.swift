import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// What comes next in a round, and the form for it where it is the lead's to do.
struct RoundStep: PageModel {
    let stage: String
    let title: String
    let what: String
    let form: DeskForm?
    /// Where to go first, when something must be done before.
    let link: ChromeLink?

    init(_ room: RoundVisit, _ channels: [ChannelDefinition], _ refusal: Refusal?) {
        let (visit, round) = (room.visit, room.round)
        stage = visit.text("staff.stage.\(round.stage.rawValue)")
        var (form, link): (DeskForm?, ChromeLink?) = (nil, nil)
        let next: String
        switch round.stage {
        case .planned where room.detail.positions == 0:
            next = "no_positions"
            link = ChromeLink(
                label: visit.text("staff.step.to_demands"), path: room.address("/demands"), isCurrent: false)
        case .planned:
            (next, form) = ("publish", Self.publishing(room, channels, refusal))
        case .published where round.takesApplications(at: visit.arrival): next = "wait"
        case .published:
            (next, form) = (
                "release", DeskForm(action: room.address("/release"), button: visit.text("staff.step.release.press"))
            )
        case .released: next = "select"
        case .closed: next = "closed"
        }
        let values = [
            "date": visit.format.day(round.deadlines.applyBy), "positions": visit.format.number(room.detail.positions),
            "employers": visit.format.number(room.detail.employers),
            "candidacies": visit.format.number(room.detail.candidacies[.submitted] ?? 0),
        ]
        (title, what) = (visit.text("staff.step.\(next)", values), visit.text("staff.step.\(next).what", values))
        (self.form, self.link) = (form, link)
    }

    private static func publishing(
        _ room: RoundVisit, _ channels: [ChannelDefinition], _ refusal: Refusal?
    ) -> DeskForm {
        let make = DeskFields(visit: room.visit, texts: "staff.call", refusal: refusal)
        let choices = channels.map { ($0.slug.text, $0.name.text(in: room.visit.language)) }
        return DeskForm(
            action: room.address("/call"),
            fields: [make.choices("channels", .anyOf, choices, chosen: room.detail.channels.map(\.text), hinted: true)],
            button: room.visit.text("staff.step.publish.press"))
    }

    static let fields: [String: PageField<Self>] = [
        "stage": .text { $0.stage },
        "title": .text { $0.title },
        "what": .text { $0.what },
        "form": .model { $0.form },
        "link": .model { $0.link },
    ]
}
