import KohortCore
import KohortWeb
import Recruitment
import Reporting
import Tenancy

/// A round in figures (BP-3): persons and candidacies told apart, each stage and channel with its shape.
struct FunnelPart: PageModel {
    let facts: [Fact]
    let stages: [FunnelLine]
    let channels: [FunnelLine]

    init(_ funnel: Funnel, _ overview: RoundOverview.Answer, _ channels: [ChannelDefinition], _ visit: Visit) {
        let format = visit.format
        facts = [
            Fact(visit.text("staff.funnel.persons"), format.number(funnel.persons)),
            Fact(
                visit.text("staff.funnel.candidacies"),
                visit.text(
                    "staff.funnel.candidacies.of",
                    ["number": format.number(funnel.candidacies), "withdrawn": format.number(funnel.withdrawn)])),
            Fact(visit.text("staff.funnel.positions"), format.number(funnel.positions)),
            Fact(visit.text("staff.funnel.per_position"), funnel.perPosition.map { format.decimal($0) } ?? "–"),
            Fact(visit.text("staff.funnel.nominations"), format.number(funnel.nominations)),
        ]
        stages = funnel.stages.map {
            FunnelLine(visit.text("staff.funnel.stage.\($0.stage.rawValue)"), $0.persons, of: funnel.persons, format)
        }
        self.channels = funnel.channels.map { counted in
            let known = channels.first { $0.slug.text == counted.channel }?.name.text(in: visit.language)
            let name = known ?? counted.channel ?? visit.text("staff.funnel.no_channel")
            return FunnelLine(name, counted.persons, of: funnel.persons, format)
        }
    }

    static let fields: [String: PageField<Self>] = [
        "facts": .list { $0.facts }, "stages": .list { $0.stages }, "channels": .list { $0.channels },
    ]
}

/// One figure with the part that it is of a whole.
struct FunnelLine: PageModel {
    let label: String
    let number: String
    /// In thousandths of the bar.
    let width: Int

    init(_ label: String, _ persons: Int, of whole: Int, _ format: Format) {
        (self.label, number) = (label, format.number(persons))
        width = whole == 0 ? 0 : min(1000, persons * 1000 / whole)
    }

    static let fields: [String: PageField<Self>] = [
        "label": .text { $0.label }, "number": .text { $0.number }, "width": .text { String($0.width) },
    ]
}
