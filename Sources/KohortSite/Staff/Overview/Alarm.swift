import Delivery
import KohortCore
import KohortWeb
import Tenancy

/// Something that the lead should look at now.
struct Alarm: PageModel {
    let mark: DueLine.Mark
    let text: String
    let path: String

    static let fields: [String: PageField<Self>] = [
        "mark": .text { $0.mark.rawValue }, "text": .text { $0.text }, "path": .text { $0.path },
    ]

    /// The worst first.
    static func all(
        failedMessages: Int, _ programmes: [Programme], _ rounds: [OverviewRound], _ visit: Visit
    ) -> [Alarm] {
        var alarms: [Alarm] = []
        if failedMessages > 0 {
            let text = visit.text("staff.alarm.messages", ["number": visit.format.number(failedMessages)])
            alarms.append(Alarm(mark: .late, text: text, path: visit.path("/staff/messages")))
        }
        for round in rounds {
            if round.overdueOffers > 0 {
                let values = ["number": visit.format.number(round.overdueOffers), "round": round.name]
                let text = visit.text("staff.alarm.offers", values)
                alarms.append(Alarm(mark: .late, text: text, path: round.path + "/offers"))
            }
            alarms += round.owing.filter(\.isLate).map { owing in
                Alarm(mark: .late, text: "\(owing.what) \(owing.names)", path: round.path)
            }
        }
        return alarms + programmes.flatMap { flags(of: $0, visit) }
    }

    /// Who of a cohort cannot start, and how many employers have something left to do.
    static func of(_ cohort: CohortList.Line, owing: Int, _ visit: Visit) -> [Alarm] {
        let counted: [(DueLine.Mark, String, Int)] = [
            (.late, "blocked", cohort.trainees[.blocked] ?? 0), (.soon, "owing", owing),
        ]
        return counted.filter { $0.2 > 0 }.map { mark, key, number in
            let values = ["cohort": visit.name(ofCohort: cohort.period), "number": visit.format.number(number)]
            return Alarm(
                mark: mark, text: visit.text("cohort.alarm.\(key)", values),
                path: visit.path("/staff/cohorts/\(cohort.slug)"))
        }
    }

    /// What is odd about a programme's definition (KS06-5).
    private static func flags(of programme: Programme, _ visit: Visit) -> [Alarm] {
        programme.definition.flags.map { flag in
            let name = programme.definition.name.text(in: visit.language)
            return Alarm(
                mark: .soon, text: visit.text("staff.flag.\(flag.code.rawValue)", ["programme": name]),
                path: visit.path("/staff/programmes/\(programme.slug)"))
        }
    }
}
